import { expect, test } from 'vitest'
import { checkCatalogue } from './check-catalogue'
import { formatKeyPath } from './content-problem'
import type { CatalogueEntry } from './observation'

const entry = (code: string, change: Partial<CatalogueEntry>): CatalogueEntry => ({
  code,
  since: 1,
  dimension: 'compliance',
  polarity: 'good',
  zh: code,
  en: code,
  means: code,
  cite: [],
  ...change,
})

test('checkCatalogue finds codes that come twice and severities out of place', () => {
  const observations = [
    entry('opening.greet', {}),
    entry('violation.rebate', { polarity: 'violation', severity: 'critical' }),
    entry('violation.pressure', { polarity: 'violation' }),
    entry('listening.rude', { polarity: 'fault', severity: 'minor' }),
    entry('opening.greet', {}),
  ]
  const problems = checkCatalogue({ version: 1, dimensions: {} as never, observations })
  expect(problems.map(({ path, message }) => `${formatKeyPath(path)} ${message}`)).toEqual([
    "observations[4].code code 'opening.greet' is already at observations[0].code",
    'observations[2].severity violation violation.pressure needs a severity',
    'observations[3].severity listening.rude is no violation',
  ])
})
