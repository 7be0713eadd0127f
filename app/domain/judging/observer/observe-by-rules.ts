import type { Product } from '../../knowledge/product-schema'
import { rememberRecent } from '../../shared/remember-recent'
import { GENERAL_FALSEHOOD_RULES } from './facts/general-falsehood-rules'
import { buildObserverContext, type HeardInput, type ObserverContext } from './observer-context'
import { BROAD_VIOLATION_RULES } from './rules/broad-violation-rules'
import { CRITICAL_RULES } from './rules/critical-violation-rules'
import { DISCLOSURE_RULES } from './rules/disclosure-rules'
import { DISCOVERY_RULES } from './rules/discovery-rules'
import { EXPLANATION_RULES, findJargon, findTailoring } from './rules/explanation-rules'
import { LISTENING_RULES } from './rules/listening-rules'
import { findInjection } from './rules/meta-rules'
import { CLOSING_RULES, OBJECTION_RULES } from './rules/objection-and-closing-rules'
import { OPENING_RULES } from './rules/opening-rules'
import { OTHER_VIOLATION_RULES } from './rules/other-violation-rules'
import { applyRules, type Finding } from './rules/rule'

const RULES = [
  ...OPENING_RULES,
  ...DISCOVERY_RULES,
  ...LISTENING_RULES,
  ...EXPLANATION_RULES,
  ...DISCLOSURE_RULES,
  ...OBJECTION_RULES,
  ...CLOSING_RULES,
  ...CRITICAL_RULES,
  ...OTHER_VIOLATION_RULES,
  ...GENERAL_FALSEHOOD_RULES,
  ...BROAD_VIOLATION_RULES,
]

const NOBODY: Omit<HeardInput, 'utterance'> = {
  talk: [],
  client: { age: null },
  products: [] as readonly Product[],
}

/** Trainees' lines of the talks that go on now: each is looked at again in every later turn of its talk. */
const MOST_LINES = 5_000

/** The discovery codes of one line by itself. */
const findDiscovery = rememberRecent((line: string): readonly string[] => {
  const context = buildObserverContext({ ...NOBODY, utterance: line }, () => [])
  return applyRules({ ...context, turnIndex: 1 }, DISCOVERY_RULES).map((finding) => finding.code)
}, MOST_LINES)

export function readContext(input: HeardInput): ObserverContext {
  return buildObserverContext(input, findDiscovery)
}

/** @returns all that the rules find, before anything is weighed. */
export function observeByRules(context: ObserverContext): Finding[] {
  return [...applyRules(context, RULES), ...findInjection(context), ...findJargon(context), ...findTailoring(context)]
}
