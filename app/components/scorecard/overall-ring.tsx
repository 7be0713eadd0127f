import { arc } from 'd3-shape'

const SIZE = 132
const OUTER = 64
const INNER = 54
const drawArc = arc<null>().innerRadius(INNER).outerRadius(OUTER).startAngle(0).cornerRadius(5)

type OverallRingProps = { overall: number; passed: boolean; passMark: number; label: string }

/** The overall as a number in a ring; a notch shows the pass mark. */
export function OverallRing({ overall, passed, passMark, label }: OverallRingProps) {
  const turn = (percent: number) => (Math.min(100, Math.max(0, percent)) / 100) * 2 * Math.PI
  const angle = turn(passMark) - Math.PI / 2
  const at = (radius: number) => ({
    x: (Math.cos(angle) * radius).toFixed(1),
    y: (Math.sin(angle) * radius).toFixed(1),
  })
  const [from, to] = [at(INNER - 4), at(OUTER + 1)]
  return (
    <svg
      viewBox={`${-SIZE / 2} ${-SIZE / 2} ${SIZE} ${SIZE}`}
      className="size-33 shrink-0"
      role="img"
      aria-label={label}
    >
      <circle r={(INNER + OUTER) / 2} fill="none" strokeWidth={OUTER - INNER} className="stroke-hairline" />
      <path d={drawArc.endAngle(turn(overall))(null) ?? ''} className={passed ? 'fill-good' : 'fill-weak'} />
      <line x1={from.x} y1={from.y} x2={to.x} y2={to.y} className="stroke-ink" strokeWidth="2" />
      <text y="13" textAnchor="middle" fontSize="40" fontWeight="700" className="fill-ink">
        {overall}
      </text>
    </svg>
  )
}
