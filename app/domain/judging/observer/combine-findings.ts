import type { Finding } from './rules/rule'

const MAX_SPANS_A_CODE = 3

function overlaps(a: Finding, b: Finding): boolean {
  return a.start < b.end && b.start < a.end
}

/** Same words, two readings: the second is dropped where both stand on them. */
const STRONGER: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^violation\./u,
    /^(explanation|disclosure|closing\.(ask|summarise|no_pressure|next_step)|opening\.(purpose|privacy_notice))/u,
  ],
  [/^disclosure\.(exclusion|cooling_off|duty_to_disclose)$/u, /^explanation\.feature$/u],
  [/^disclosure\.(premium|fee|surrender_loss)$/u, /^explanation\.feature$/u],
  [/^disclosure\.(fee|surrender_loss)$/u, /^disclosure\.premium$/u],
  [/^closing\.(premature)$/u, /^closing\.(ask|next_step)$/u],
]

function mergeSpans(findings: readonly Finding[]): Finding[] {
  const merged: Finding[] = []
  for (const finding of findings.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (last !== undefined && overlaps(last, finding)) {
      // Words of one place are quoted once, by the surer finding; the shorter one when both are as sure.
      const isBetter =
        finding.confidence > last.confidence ||
        (finding.confidence === last.confidence && finding.end - finding.start < last.end - last.start)
      if (isBetter) merged[merged.length - 1] = finding
      continue
    }
    merged.push(finding)
  }
  return merged
    .toSorted((a, b) => b.confidence - a.confidence || a.start - b.start)
    .slice(0, MAX_SPANS_A_CODE)
    .toSorted((a, b) => a.start - b.start)
}

/** One finding a code and place, at most three places a code, weaker readings of the same words dropped. */
export function combineFindings(findings: readonly Finding[]): Finding[] {
  const kept = findings.filter(
    (finding) =>
      !STRONGER.some(
        ([strong, weak]) =>
          weak.test(finding.code) && findings.some((other) => strong.test(other.code) && overlaps(other, finding)),
      ),
  )
  const byCode = new Map<string, Finding[]>()
  for (const finding of kept) byCode.set(finding.code, [...(byCode.get(finding.code) ?? []), finding])
  return [...byCode.values()].flatMap(mergeSpans)
}
