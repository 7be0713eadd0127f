import { type BarTone, ThinBar } from './thin-bar'

/** A score as a thin bar; the lowest still shows that there is one. @param value 0 to 100. */
export function ScoreBar({ value, tone }: { value: number; tone?: BarTone }) {
  return <ThinBar percent={Math.max(2, value)} tone={tone} />
}
