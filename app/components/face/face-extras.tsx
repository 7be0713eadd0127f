import { HAIR, SKIN } from './face-colours'
import type { ClientView } from './view-types'

type ExtraProps = { client: Pick<ClientView, 'face' | 'gender'>; cloth: string }

/** Neck, shoulders and what is worn. */
export function Bust({ client, cloth }: ExtraProps) {
  const skin = SKIN[client.face.skin]
  const { extra, look } = client.face
  const isScrubs = extra === 'nurse-cap'
  const top = isScrubs ? '#4f9a94' : extra === 'helmet' ? '#d9682b' : cloth
  const hasCollar = client.gender === 'male' && look !== 'young' && !isScrubs
  return (
    <>
      <path fill={top} d="M16 170c0-26 18-37 42-41l10-4h24l10 4c24 4 42 15 42 41Z" />
      <path fill={skin.base} d="M69 104h22v19c0 5-4 11-11 11s-11-6-11-11Z" />
      <path fill={skin.shade} opacity="0.7" d="M69 112q11 9 22 0v5q-11 10-22 0Z" />
      {isScrubs ? <path fill={skin.base} d="M68 125l12 19 12-19Z" /> : null}
      {isScrubs ? (
        <path fill="none" stroke="#ffffff" strokeOpacity="0.7" strokeWidth="2.5" d="M66 125l14 21 14-21" />
      ) : null}
      {hasCollar ? (
        <>
          <path fill="#ffffff" opacity="0.92" d="M66 122l14 14-9 9-12-15ZM94 122l-14 14 9 9 12-15Z" />
          <path fill={skin.base} d="M71 124l9 11 9-11Z" />
        </>
      ) : null}
      {!hasCollar && !isScrubs ? (
        <path
          fill="none"
          stroke="#ffffff"
          strokeOpacity="0.45"
          strokeWidth="3"
          strokeLinecap="round"
          d="M64 127q5 13 16 13t16-13"
        />
      ) : null}
      {client.gender === 'female' && look === 'elder' ? (
        <path fill="#ffffff" opacity="0.25" d="M52 131l28 30 28-30 6 2-30 37h-8l-30-37Z" />
      ) : null}
      {extra === 'helmet' ? (
        <path fill="none" stroke="#ffffff" strokeOpacity="0.7" strokeWidth="2.5" d="M80 142v20M36 146h18M106 146h18" />
      ) : null}
    </>
  )
}

export function Glasses({ client }: Pick<ExtraProps, 'client'>) {
  if (!client.face.glasses) return null
  const isElder = client.face.look === 'elder'
  const frame = { fill: '#ffffff', fillOpacity: 0.16, stroke: isElder ? '#8a5a3c' : '#39343c', strokeWidth: 2.4 }
  return (
    <>
      <rect x="54" y="69" width="23" height="20" rx={isElder ? 10 : 8} {...frame} />
      <rect x="83" y="69" width="23" height="20" rx={isElder ? 10 : 8} {...frame} />
      <path
        d="M77 76q3-2.5 6 0M54 75l-7-2M106 75l7-2"
        fill="none"
        stroke={frame.stroke}
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </>
  )
}

/** What lies under the features: a beard is behind the mouth. */
export function BeardBelow({ client }: Pick<ExtraProps, 'client'>) {
  if (client.face.extra !== 'beard') return null
  return (
    <path
      fill={HAIR[client.face.hairColour].base}
      opacity="0.88"
      d="M49.5 86c1 17 8 31 30.5 31s29.5-14 30.5-31c-3 6-7 8-12 7-5-2-12-2.5-18.5-.5-6.5-2-13.5-1.5-18.5.5-5 1-9-1-12-7ZM69 98.5q11-4 22 0 0 8-11 8t-11-8Z"
      fillRule="evenodd"
    />
  )
}

/** What lies on top of hair and face. */
export function ExtraAbove({ client, cloth }: ExtraProps) {
  switch (client.face.extra) {
    case 'earrings':
      return (
        <g fill="#e0a63c" stroke="#b97f1d" strokeWidth="1">
          <circle cx="47" cy="94" r="3.4" />
          <circle cx="113" cy="94" r="3.4" />
        </g>
      )
    case 'necklace':
      return (
        <g fill="#fdf6ea" stroke="#c9b48f" strokeWidth="0.8">
          {[
            [64, 127],
            [69, 132.5],
            [75, 136],
            [81, 137],
            [87, 135.5],
            [92.5, 131.5],
            [97, 126],
          ].map(([x, y]) => (
            <circle key={x} cx={x} cy={y} r="3" />
          ))}
        </g>
      )
    case 'helmet':
      return (
        <>
          <path d="M49 84q4 26 31 34 27-8 31-34" fill="none" stroke="#4a4650" strokeWidth="2.6" strokeLinecap="round" />
          <g transform="translate(0 -4)">
            <path fill="#f2c23b" d="M42 66c-1-28 15-43 38-43s39 15 38 43q-38-12-76 0Z" />
            <path fill="#d99f1c" d="M42 66q38-12 76 0l1 5q-39-13-78 0Z" />
            <path
              fill="none"
              stroke="#ffffff"
              strokeOpacity="0.65"
              strokeWidth="3.5"
              strokeLinecap="round"
              d="M54 47c4-8 10-12 18-14"
            />
            <rect x="71" y="56" width="18" height="6.5" rx="3" fill="#ffffff" opacity="0.85" />
          </g>
        </>
      )
    case 'nurse-cap':
      return (
        <>
          <path fill="#ffffff" stroke="#cfd6da" strokeWidth="1.2" d="M56 40q24-13 48 0l-4-17q-20-8-40 0Z" />
          <path fill="#2f8a84" d="M78 22.5h4v4h4v4h-4v4h-4v-4h-4v-4h4Z" />
        </>
      )
    case 'mask-down':
      return (
        <>
          <path d="M48 84l14 24M112 84l-14 24" stroke="#dfe8ee" strokeWidth="1.8" />
          <path fill="#bcd8e6" stroke="#93b7c9" strokeWidth="1.2" d="M59 106q21 10 42 0l-3 14q-18 10-36 0Z" />
          <path d="M63 112q17 7 34 0M63.5 117q16.5 7 33 0" fill="none" stroke="#93b7c9" strokeWidth="1.2" />
        </>
      )
    case 'cap':
      return (
        <g transform="translate(0 -4)">
          <path fill={cloth} d="M44 62c0-26 15-38 36-38s36 12 36 38q-36-11-72 0Z" />
          <path fill="#1f2430" opacity="0.22" d="M44 62q36-11 72 0v3q-36-10-72 0Z" />
          <path fill={cloth} d="M46 61q38-14 74 2 8 5 3 7-37-11-78-3-3-3 1-6Z" />
          <path fill="#1f2430" opacity="0.16" d="M46 61q38-14 74 2 8 5 3 7-37-11-78-3-3-3 1-6Z" />
          <circle cx="80" cy="25" r="3" fill="#ffffff" opacity="0.6" />
        </g>
      )
    default:
      return null
  }
}
