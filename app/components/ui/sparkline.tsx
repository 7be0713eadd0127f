import { buildSparklinePath } from './build-sparkline-path'

const WIDTH = 96
const HEIGHT = 28

/** A curve as small as a word. `label` says in words what it shows. */
export function Sparkline({ values, label }: { values: readonly (number | null)[]; label: string }) {
  const path = buildSparklinePath(values, WIDTH, HEIGHT, 3)
  const last = values.at(-1)
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={label}
      className="block text-teal"
    >
      <line x1="3" x2={WIDTH - 3} y1={HEIGHT - 3} y2={HEIGHT - 3} className="stroke-hairline" strokeWidth="1" />
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      {typeof last === 'number' ? (
        <circle cx={WIDTH - 3} cy={HEIGHT - 3 - (last / 100) * (HEIGHT - 6)} r="2.5" fill="currentColor" />
      ) : null}
    </svg>
  )
}
