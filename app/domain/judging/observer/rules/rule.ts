import { CLOSED, createPatternGate, type PatternGate } from '../../../shared/patterns/pattern-gate'
import type { ObserverContext } from '../observer-context'
import { isDisowned, type MatchSpan } from '../text/judge-frame'
import { pattern } from '../text/pattern'
import { findClauses, isAsking } from '../text/read-utterance'

/** One way in which a code shows. */
export type Rule = {
  code: string
  patterns: readonly RegExp[]
  /** `own`: not when the speaker denies, refuses, reports or warns of it. */
  frame?: 'own' | undefined
  /** `unnegated`: not when the matched words hold a negation ("不要放我這裡"). */
  inner?: 'unnegated' | undefined
  /** `ask`: only in a question or a request to tell; `tell`: only in a statement. */
  mood?: 'ask' | 'tell' | undefined
  /** Cancels a match when found in the clause(s) it touches. */
  unless?: RegExp | undefined
  /** Cancels a match when found anywhere in its sentence. */
  unlessInSentence?: RegExp | undefined
  when?: ((context: ObserverContext, span: MatchSpan) => boolean) | undefined
  confidence: number
  /** `words` quotes the match only; by default the clauses it touches are quoted. */
  quote?: 'words' | 'clauses' | 'sentence' | undefined
}

/** A code found at a span of the normalised utterance. */
export type Finding = { code: string; start: number; end: number; confidence: number }

type RuleOptions = Omit<Rule, 'code' | 'patterns' | 'unless' | 'unlessInSentence'> & {
  unless?: string
  unlessInSentence?: string
}

/** Builds a rule from pattern sources (see `pattern`). */
export function rule(code: string, options: RuleOptions, ...sources: string[]): Rule {
  const { unless, unlessInSentence, ...rest } = options
  return {
    code,
    ...rest,
    patterns: sources.map(pattern),
    ...(unless === undefined ? {} : { unless: pattern(unless) }),
    ...(unlessInSentence === undefined ? {} : { unlessInSentence: pattern(unlessInSentence) }),
  }
}

export function isFound(regex: RegExp, text: string): boolean {
  regex.lastIndex = 0
  return regex.test(text)
}

function widen(context: ObserverContext, span: MatchSpan, quote: Rule['quote']): MatchSpan {
  if (quote === 'words') return span
  const clauses = findClauses(context.utterance, span.start, span.end)
  const [first, last] = [clauses[0], clauses.at(-1)]
  if (first === undefined || last === undefined) return span
  if (quote !== 'sentence') return { start: first.start, end: last.end }
  const sentence = context.utterance.sentences[first.sentence]!
  return {
    start: context.utterance.clauses[sentence.firstClause]!.start,
    end: context.utterance.clauses[sentence.lastClause]!.end,
  }
}

function isMeant(context: ObserverContext, rule: Rule, span: MatchSpan): boolean {
  const clauses = findClauses(context.utterance, span.start, span.end)
  const first = clauses[0]
  if (first === undefined) return false
  if (rule.mood === 'ask' && !clauses.some((clause) => isAsking(context.utterance, clause))) return false
  if (rule.mood === 'tell' && clauses.at(-1)!.isQuestion) return false
  if (rule.unless !== undefined && clauses.some((clause) => isFound(rule.unless!, clause.text))) return false
  const sentence = context.utterance.sentences[first.sentence]
  if (rule.unlessInSentence !== undefined && sentence !== undefined && isFound(rule.unlessInSentence, sentence.text))
    return false
  if (rule.frame === 'own' && isDisowned(context.utterance, span)) return false
  if (rule.inner === 'unnegated' && INNER_NEGATION.test(context.utterance.text.slice(span.start, span.end)))
    return false
  return rule.when === undefined || rule.when(context, span)
}

const INNER_NEGATION =
  /不(?:要(?!說|講|怕|擔心)|能(?!說|講)|可以(?!說|講)|會(?!讓|虧|賠|說|比對|少)|該|行|建議|收|是(?!公司))|別(?!人|家|的|間)|無法|沒辦法|千萬|拒絕/u

const MAX_MATCHES_A_PATTERN = 12

/** Of each set of rules that was applied; sets are few and never change. */
const gates = new WeakMap<readonly Rule[], PatternGate>()

function openGate(rules: readonly Rule[]): PatternGate {
  const known = gates.get(rules)
  if (known !== undefined) return known
  const gate = createPatternGate(rules.flatMap((rule) => rule.patterns))
  gates.set(rules, gate)
  return gate
}

/**
 * @param rules a set that is kept: what its patterns need is read once for all utterances.
 * @returns what the rules find, at most a dozen places a pattern.
 */
export function applyRules(context: ObserverContext, rules: readonly Rule[]): Finding[] {
  const findings: Finding[] = []
  // Of hundreds of patterns a sentence gives a chance to one in twenty.
  const states = openGate(rules).read(context.utterance.text)
  let place = 0
  for (const rule of rules) {
    for (const regex of rule.patterns) {
      if (states[place++] === CLOSED) continue
      regex.lastIndex = 0
      let found = regex.exec(context.utterance.text)
      for (let count = 0; found !== null && count < MAX_MATCHES_A_PATTERN; count++) {
        const span = { start: found.index, end: found.index + found[0].length }
        if (span.end === span.start) break
        if (isMeant(context, rule, span))
          findings.push({ code: rule.code, ...widen(context, span, rule.quote), confidence: rule.confidence })
        regex.lastIndex = span.end
        found = regex.exec(context.utterance.text)
      }
    }
  }
  return findings
}
