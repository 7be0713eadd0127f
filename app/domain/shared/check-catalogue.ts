import { type ContentProblem, findRepeated } from './content-problem'
import type { CatalogueFile } from './observation'

/** @returns repeated codes, violations without a severity, and severities without a violation. */
export function checkCatalogue(file: CatalogueFile): ContentProblem[] {
  const codes = file.observations.map((entry, index) => ({
    path: ['observations', index, 'code'],
    value: entry.code,
  }))
  const problems = findRepeated(codes, 'code')
  for (const [index, entry] of file.observations.entries()) {
    const isViolation = entry.polarity === 'violation'
    if (isViolation && !entry.severity) {
      problems.push({ path: ['observations', index, 'severity'], message: `violation ${entry.code} needs a severity` })
    }
    if (!isViolation && entry.severity) {
      problems.push({ path: ['observations', index, 'severity'], message: `${entry.code} is no violation` })
    }
  }
  return problems
}
