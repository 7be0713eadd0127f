import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CLOSED, createPatternGate, MATCHES } from '../../../shared/patterns/pattern-gate'
import { CONCEPTS } from '../classifier/concepts'
import { GENERAL_FALSEHOOD_RULES } from '../facts/general-falsehood-rules'
import { readUtterance } from '../text/read-utterance'
import { BROAD_VIOLATION_RULES } from './broad-violation-rules'
import { CRITICAL_RULES } from './critical-violation-rules'
import { DISCLOSURE_RULES } from './disclosure-rules'
import { DISCOVERY_RULES } from './discovery-rules'
import { EXPLANATION_RULES } from './explanation-rules'
import { LISTENING_RULES } from './listening-rules'
import { CLOSING_RULES, OBJECTION_RULES } from './objection-and-closing-rules'
import { OPENING_RULES } from './opening-rules'
import { OTHER_VIOLATION_RULES } from './other-violation-rules'

const RULES = [
  OPENING_RULES,
  DISCOVERY_RULES,
  LISTENING_RULES,
  EXPLANATION_RULES,
  DISCLOSURE_RULES,
  OBJECTION_RULES,
  CLOSING_RULES,
  CRITICAL_RULES,
  OTHER_VIOLATION_RULES,
  GENERAL_FALSEHOOD_RULES,
  BROAD_VIOLATION_RULES,
].flat()

const PATTERNS = [
  ...RULES.flatMap((rule) => [...rule.patterns]),
  ...Object.values(CONCEPTS).map((words) => new RegExp(words, 'u')),
]

/** Every line of the exemplars, as it is read. */
function readTexts(): string[] {
  const folder = 'content/exemplars'
  const lines = readdirSync(folder).flatMap((name) => readFileSync(`${folder}/${name}`, 'utf8').split('\n'))
  return [...new Set(lines)].map((line) => readUtterance(line).text)
}

test('no pattern is kept from words that it matches, and none is said to match that does not', () => {
  const gate = createPatternGate(PATTERNS)
  const texts = readTexts()
  const wrong: string[] = []
  let [closed, tried] = [0, 0]
  for (const text of texts) {
    const states = gate.read(text)
    PATTERNS.forEach((pattern, i) => {
      pattern.lastIndex = 0
      const isMatch = pattern.test(text)
      if (states[i] === CLOSED && isMatch) wrong.push(`closed: ${pattern.source} | ${text}`)
      if (states[i] === MATCHES && !isMatch) wrong.push(`no match: ${pattern.source} | ${text}`)
      if (states[i] === CLOSED) closed++
      tried++
    })
  }
  expect(wrong).toEqual([])
  expect(texts.length).toBeGreaterThan(1_000)
  // What it is for: hardly any pattern is tried.
  expect(closed / tried).toBeGreaterThan(0.85)
})
