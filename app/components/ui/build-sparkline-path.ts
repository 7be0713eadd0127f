import { curveMonotoneX, line } from 'd3-shape'

/**
 * The path of a small curve. A missing value leaves a gap; a lone value becomes a short level stroke so that it can be seen.
 *
 * @param values in order, each from 0 to 100, null where there is none.
 * @param width @param height of the drawing in its own units; `inset` is kept free on every side.
 * @returns the `d` of an SVG path, coordinates rounded to one decimal; empty when there is no value.
 */
export function buildSparklinePath(
  values: readonly (number | null)[],
  width: number,
  height: number,
  inset = 2,
): string {
  const steps = Math.max(1, values.length - 1)
  const x = (index: number) => round(inset + (index / steps) * (width - 2 * inset))
  const y = (value: number) => round(height - inset - (Math.min(100, Math.max(0, value)) / 100) * (height - 2 * inset))
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return ''
  if (values.length === 1) return `M${x(0)},${y(known[0]!)}L${round(width - inset)},${y(known[0]!)}`
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))
    .curve(curveMonotoneX)
    .digits(1)
  return draw(values) ?? ''
}

const round = (value: number) => Math.round(value * 10) / 10
