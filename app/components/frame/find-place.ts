import type { PlaceLink } from './view-types'

/** Home is only itself: a page that belongs nowhere, such as one without permission, is not under it. */
const fits = (address: string, path: string) => path === address || (address !== '/' && path.startsWith(`${address}/`))

/** @returns the place of which an address is the longest beginning of `path`; undefined when none fits. */
export function findPlace(places: readonly PlaceLink[], path: string): PlaceLink | undefined {
  return places
    .flatMap((place) => [place.to, ...(place.also ?? [])].map((address) => ({ place, address })))
    .filter(({ address }) => fits(address, path))
    .sort((a, b) => b.address.length - a.address.length)[0]?.place
}
