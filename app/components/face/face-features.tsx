import type { Mood } from '~/domain/roleplay/client-state'
import { HAIR, LINE, SKIN } from './face-colours'
import type { ClientView } from './view-types'

type FeatureProps = { client: Pick<ClientView, 'face' | 'gender'>; mood: Mood; isThinking: boolean; isLive: boolean }

/** Height of a brow at its outer end, its middle and its inner end; the face looks along +y downwards. */
type Brow = readonly [outer: number, middle: number, inner: number]
const BROWS: Record<Mood, { left: Brow; right: Brow }> = {
  neutral: { left: [67, 62.5, 65.5], right: [67, 62.5, 65.5] },
  warm: { left: [65.5, 59.5, 63.5], right: [65.5, 59.5, 63.5] },
  curious: { left: [66, 61.5, 64.5], right: [61, 54, 59.5] },
  worried: { left: [67.5, 63, 59.5], right: [67.5, 63, 59.5] },
  annoyed: { left: [64, 64, 68.5], right: [63, 63, 68.5] },
  closed: { left: [66.5, 65.5, 68], right: [66.5, 65.5, 68] },
}
const THINKING_BROWS: { left: Brow; right: Brow } = { left: [67, 63, 64], right: [64, 59.5, 62.5] }

export function Brows({ client, mood, isThinking }: FeatureProps) {
  const { left, right } = isThinking ? THINKING_BROWS : BROWS[mood]
  const width = client.gender === 'male' ? 4.6 : 3.4
  return (
    <g fill="none" stroke={HAIR[client.face.hairColour].brow} strokeWidth={width} strokeLinecap="round">
      <path d={`M56 ${left[0]}Q64 ${left[1]} 73.5 ${left[2]}`} />
      <path d={`M104 ${right[0]}Q96 ${right[1]} 86.5 ${right[2]}`} />
    </g>
  )
}

type EyeShape = 'open' | 'wide' | 'smile' | 'half' | 'aside' | 'down'
const EYES: Record<Mood, EyeShape> = {
  neutral: 'open',
  warm: 'smile',
  curious: 'wide',
  worried: 'open',
  annoyed: 'half',
  closed: 'aside',
}

type EyeProps = { x: number; shape: EyeShape; isFemale: boolean; skin: string }

const lashOf = (isFemale: boolean) => ({
  fill: 'none',
  stroke: LINE,
  strokeWidth: isFemale ? 2.6 : 2.2,
  strokeLinecap: 'round' as const,
})

/** Drawn as one arc: laughing, or looking down. */
function ArcEye({ x, shape, isFemale }: EyeProps) {
  const outward = x < 80 ? -1 : 1
  const lash = lashOf(isFemale)
  const [arc, flick] =
    shape === 'smile'
      ? [`M${x - 7} 80Q${x} 71.5 ${x + 7} 80`, `M${x + outward * 7} 79.5l${outward * 2.5} -1.5`]
      : [`M${x - 7} 78.5Q${x} 84.5 ${x + 7} 78.5`, `M${x + outward * 5} 81.5l${outward * 2.5} 2`]
  return (
    <>
      <path {...lash} strokeWidth="3.1" d={arc} />
      {isFemale ? <path {...lash} strokeWidth="1.9" d={flick} /> : null}
    </>
  )
}

/** The upper lid half down: displeased, or looking away. */
function LiddedEye({ x, shape, isFemale, skin }: EyeProps) {
  const shift = shape === 'aside' ? -3 : 0
  return (
    <>
      <ellipse cx={x + shift} cy="79" rx="4.6" ry="5.6" fill={LINE} />
      <circle cx={x + shift + 1.6} cy="80" r="1.6" fill="#ffffff" />
      <path fill={skin} d={`M${x - 9} 70h18v8.5q-9 -2.5 -18 0Z`} />
      <path {...lashOf(isFemale)} strokeWidth="2.8" d={`M${x - 8} 78.5q8 -2.6 16 0`} />
    </>
  )
}

function OpenEye({ x, shape, isFemale }: EyeProps) {
  const outward = x < 80 ? -1 : 1
  const lash = lashOf(isFemale)
  const isWide = shape === 'wide'
  return (
    <>
      <ellipse cx={x} cy="79" rx={isWide ? 5 : 4.6} ry={isWide ? 6.2 : 5.6} fill={LINE} />
      <circle cx={x + 1.6} cy="76.6" r="1.6" fill="#ffffff" />
      <path {...lash} d={`M${x - 6.5} 75.5Q${x} ${isWide ? 70 : 71.5} ${x + 6.5} 75.5`} />
      {isFemale ? <path {...lash} strokeWidth="2" d={`M${x + outward * 6.5} 74.5l${outward * 3} -2`} /> : null}
    </>
  )
}

const EYE_DRAWINGS: Record<EyeShape, (props: EyeProps) => JSX.Element> = {
  open: OpenEye,
  wide: OpenEye,
  half: LiddedEye,
  aside: LiddedEye,
  smile: ArcEye,
  down: ArcEye,
}

export function Eyes({ client, mood, isThinking, isLive }: FeatureProps) {
  const shape = isThinking ? 'down' : EYES[mood]
  const skin = SKIN[client.face.skin].base
  const isFemale = client.gender === 'female'
  const Drawing = EYE_DRAWINGS[shape]
  const blinks = isLive && shape !== 'smile' && shape !== 'down'
  return (
    <g className={blinks ? 'face-blink' : undefined}>
      <Drawing x={66} shape={shape} isFemale={isFemale} skin={skin} />
      <Drawing x={94} shape={shape} isFemale={isFemale} skin={skin} />
    </g>
  )
}

export function Mouth({ client, mood, isThinking }: FeatureProps) {
  const stroke = client.gender === 'female' ? '#b24c48' : '#8f4f42'
  const lip = {
    fill: 'none',
    stroke,
    strokeWidth: 3,
    strokeLinecap: 'round' as const,
    strokeLinejoin: 'round' as const,
  }
  if (isThinking) return <path {...lip} d="M74 100.5q5 -2 11 -0.5" />
  switch (mood) {
    case 'neutral':
      return <path {...lip} d="M71 98q9 5.5 18 0" />
    case 'warm':
      return (
        <>
          <path
            d="M66 95q14 3.5 28 0c-1 9.5-6.5 14-14 14s-13-4.5-14-14Z"
            fill="#7d2f30"
            stroke={stroke}
            strokeWidth="2"
            strokeLinejoin="round"
          />
          <path d="M68.5 96.5q11.5 2.5 23 0-.5 3.5-1.5 4.5-10 1.5-20 0-1-1-1.5-4.5Z" fill="#ffffff" />
          <path d="M73 106q7-4 14 0-3 2.5-7 2.5t-7-2.5Z" fill="#d8736b" />
        </>
      )
    case 'curious':
      return <ellipse cx="81" cy="100.5" rx="4.6" ry="4" fill="#7d2f30" stroke={stroke} strokeWidth="2" />
    case 'worried':
      return <path {...lip} d="M70.5 102q4.5-4.5 9-2.5t10 .5" />
    case 'annoyed':
      return <path {...lip} d="M70 102.5q9-5.5 20-2" />
    case 'closed':
      return <path {...lip} d="M71 102q2.5-1.8 6-1.8h6.5q3 0 5 1.8" />
  }
}

/** Lines that years draw; a young face has none. */
export function AgeLines({ client }: Pick<FeatureProps, 'client'>) {
  const { look, skin } = client.face
  if (look === 'young') return null
  const line = { fill: 'none', stroke: SKIN[skin].line, strokeLinecap: 'round' as const }
  const folds = (
    <path
      {...line}
      strokeWidth="1.6"
      opacity={look === 'elder' ? 0.75 : 0.4}
      d="M66.5 91q-3.5 4-4 8M93.5 91q3.5 4 4 8"
    />
  )
  if (look === 'middle') return folds
  return (
    <>
      {folds}
      <path
        {...line}
        strokeWidth="1.5"
        opacity="0.6"
        d="M53.5 76l-3.5-1.5M53.5 80l-3.5 1M106.5 76l3.5-1.5M106.5 80l3.5 1M61 87.5q5 2.5 9.5.5M99 87.5q-5 2.5-9.5.5M70 55.5q10-2.5 20 0"
      />
    </>
  )
}

export function Nose({ client }: Pick<FeatureProps, 'client'>) {
  return (
    <path
      d="M79.5 83.5q4 5.5 1.5 7.5-1.8 1.2-4.5.3"
      fill="none"
      stroke={SKIN[client.face.skin].line}
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
      opacity="0.85"
    />
  )
}
