import type { PlaceLink } from './view-types'

/** @returns the place whose address is the longest beginning of `path`; undefined when none fits. */
export function findPlace(places: readonly PlaceLink[], path: string): PlaceLink | undefined {
  return places
    .filter((place) => path === place.to || path.startsWith(place.to === '/' ? '/' : `${place.to}/`))
    .sort((a, b) => b.to.length - a.to.length)[0]
}
