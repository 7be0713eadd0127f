import { HAIR } from './face-colours'
import type { ClientView } from './view-types'

type Face = ClientView['face']
type HairProps = { face: Face; cloth: string }

const CURLS_BEHIND = [
  [46, 62, 14],
  [42, 80, 12],
  [50, 44, 14],
  [64, 33, 14],
  [81, 29, 15],
  [98, 34, 14],
  [111, 46, 14],
  [116, 63, 14],
  [118, 80, 12],
  [46, 94, 9],
  [115, 94, 9],
] as const
const CURLS_BEFORE = [
  [56, 53, 9.5],
  [69, 47, 9.5],
  [83, 46, 9.5],
  [96, 49, 9.5],
  [106, 56, 8.5],
  [49, 64, 7],
  [112, 66, 6.5],
] as const

/** The hair behind head and neck. */
export function HairBehind({ face }: HairProps) {
  const { base } = HAIR[face.hairColour]
  switch (face.hair) {
    case 'long':
      return (
        <path
          fill={base}
          d="M40 76C36 42 56 25 80 25s44 17 40 51c0 24 3 44 9 60-14 6-28 4-34-4H65c-6 8-20 10-34 4 6-16 9-36 9-60Z"
        />
      )
    case 'bob':
      return (
        <path
          fill={base}
          d="M39 74C37 42 57 25 80 25s43 17 41 49c0 18 2 30-1 40-8 6-20 5-24-2H64c-4 7-16 8-24 2-3-10-1-22-1-40Z"
        />
      )
    case 'ponytail':
      return <path fill={base} d="M100 34c26-2 38 22 34 50-2 16-8 28-15 36-5 1-7-3-6-8 5-20 4-38-9-50Z" />
    case 'bun':
      return <circle cx="80" cy="25" r="15" fill={base} />
    case 'curly':
      return (
        <g fill={base}>
          {CURLS_BEHIND.map(([x, y, r]) => (
            <circle key={`${x}-${y}`} cx={x} cy={y} r={r} />
          ))}
          <circle cx="80" cy="60" r="34" />
        </g>
      )
    default:
      return null
  }
}

/** The hair that frames the forehead. */
export function HairBefore({ face, cloth }: HairProps) {
  const { base, light } = HAIR[face.hairColour]
  const strand = { fill: 'none', stroke: light, strokeWidth: 2.2, strokeLinecap: 'round' as const }
  switch (face.hair) {
    case 'short':
      return (
        <>
          <path
            fill={base}
            d="M45.5 78C40 46 56 27 82 27c25 0 38 19 32.5 51-1.5-8-3.5-14-7.5-19-15 1-29-2-39-11-3 8-10 13-16 17-3 4-5 8-6.5 13Z"
          />
          <path {...strand} d="M66 36c8-4 19-5 28-1M72 43c8 5 18 7 28 7" />
        </>
      )
    case 'parted':
      return (
        <>
          <path
            fill={base}
            d="M45.5 78C40 52 48 30 72 27c28-4 48 14 42.5 51-1.5-9-3-15-6.5-21-16-1-31-5-42-14-3 10-9 16-15 21-3 4-4.5 9-5.5 14Z"
          />
          <path {...strand} d="M64 42c2-5 5-8 9-10M74 40c9 6 19 9 31 10" />
        </>
      )
    case 'long':
      return (
        <>
          <path
            fill={base}
            d="M44 86C41 56 52 31 80 31s40 25 36 55c-3-10-5-17-11-23-13-4-23-11-29-22-5 10-14 18-22 23-5 6-8 13-10 22Z"
          />
          <path {...strand} d="M57 49c5-7 11-11 18-12M88 38c7 2 13 7 18 14" />
        </>
      )
    case 'bob':
      return (
        <>
          <path fill={base} d="M43.5 84C41 52 56 30 80 30s39 22 36.5 54c-2-9-4-16-8-22-18 5-39 5-57 0-4 6-6 13-8 22Z" />
          <path {...strand} d="M57 46c6-7 13-10 22-10M64 57c5 1 11 2 17 2" />
        </>
      )
    case 'bun':
      return (
        <>
          <path
            fill={base}
            d="M46 78C41 48 56 30 80 30s39 18 34 48c-2-14-8-23-17-27-6 1-11-1-17-6-6 5-11 7-17 6-9 4-15 13-17 27Z"
          />
          <path {...strand} d="M60 45c5-5 11-8 17-8M101 46c-4-5-9-8-15-9M72 20c4-3 10-4 15-1" />
        </>
      )
    case 'ponytail':
      return (
        <>
          <path
            fill={base}
            d="M45.5 80C40 48 56 29 82 29c24 0 37 19 32.5 49-2-11-5-18-10-23-14 0-26-4-35-12-4 9-10 14-16 18-4 5-6 11-8 19Z"
          />
          <path {...strand} d="M70 38c9-4 20-3 28 3M76 44c7 4 14 6 22 6" />
        </>
      )
    case 'curly':
      return (
        <>
          <g fill={base}>
            <path d="M45 70C45 46 60 36 80 36s35 10 35 34c-7-10-19-15-35-15s-28 5-35 15Z" />
            {CURLS_BEFORE.map(([x, y, r]) => (
              <circle key={`${x}-${y}`} cx={x} cy={y} r={r} />
            ))}
          </g>
          <path
            {...strand}
            d="M52 48c3-4 7-4 10-2M66 37c3-3 8-3 11 0M88 36c4-2 8-1 10 2M103 47c4-1 7 1 8 5M74 45c3-2 6-2 8 0"
          />
        </>
      )
    case 'buzz':
      return (
        <path
          fill={base}
          opacity="0.9"
          d="M47.5 74C44 48 58 34.5 80 34.5S116 48 112.5 74c-1-8-3-13-7-18-4-1-8-4-10-6-10-3-21-3-31 0-2 2-6 5-10 6-4 5-6 10-7 18Z"
        />
      )
    case 'bald':
      return (
        <>
          <path fill={base} d="M46.5 82c-3-8-2-16 1-22 3 5 4 13 2.5 22ZM113.5 82c3-8 2-16-1-22-3 5-4 13-2.5 22Z" />
          <path
            d="M66 47c5-4 12-5 18-4"
            fill="none"
            stroke="#ffffff"
            strokeOpacity="0.5"
            strokeWidth="3"
            strokeLinecap="round"
          />
        </>
      )
    case 'scarf':
      return (
        <>
          <path fill={cloth} d="M112 70c10 2 16 12 17 26-6-1-11-4-14-9-1 8-3 14-8 19-2-13-1-26 5-36Z" opacity="0.85" />
          <path
            fill={cloth}
            d="M44.5 78C39 46 56 27 81 27s40 18 34.5 50c-5-10-12-16-21-19-13-3-26-2-37 3-6 4-10 9-13 17Z"
          />
          <path
            d="M49 66c8-13 24-21 44-18M52 51c10-10 24-14 40-11"
            fill="none"
            stroke="#ffffff"
            strokeOpacity="0.45"
            strokeWidth="2.2"
            strokeLinecap="round"
          />
          <circle cx="113" cy="72" r="6" fill={cloth} />
          <circle cx="113" cy="72" r="6" fill="#ffffff" opacity="0.22" />
        </>
      )
  }
}
