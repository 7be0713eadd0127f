import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type AxeResult = { violations: { id: string; impact: string | null; nodes: { html: string }[] }[] }

/** Serious and critical faults of accessibility on a page, with the element at fault, and what sticks out sideways. */
export async function listSeriousFaults(page: Page): Promise<string[]> {
  // Through the protocol, so that the page's own content security policy stays as it is.
  const result = (await page.evaluate(`${axeSource}; axe.run(document, { resultTypes: ['violations'] })`)) as AxeResult
  const faults = result.violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)}`))
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  return overflow > 0 ? [...faults, `sticks out by ${overflow} px`] : faults
}
