import type { Insurer } from '../../knowledge/product-schema'
import type { Catalogue, Claim, Observation } from '../../shared/observation'
import type { ObserverModel } from './classifier/linear-model'
import { weighFindings } from './classify-utterance'
import { combineFindings } from './combine-findings'
import type { HeldClaim } from './facts/held-claim'
import { holdClaims } from './facts/hold-claims'
import { judgeDealing } from './judge-dealing'
import { observeByRules, readContext } from './observe-by-rules'
import type { HeardInput, ObserverContext } from './observer-context'
import { blankInstructed, findOffTopic } from './rules/meta-rules'
import type { Finding } from './rules/rule'
import { findClauses, type Utterance } from './text/read-utterance'

/** `model` null: rules only. */
export type ObserverKnowledge = { catalogue: Catalogue; model: ObserverModel | null; insurer?: Insurer | undefined }

function toFalseStatements(
  utterance: Utterance,
  claims: readonly HeldClaim[],
): (Finding & { contradicts: Observation['contradicts'] })[] {
  return claims
    .filter((claim) => claim.verdict === 'contradicted')
    .map((claim) => {
      const clauses = findClauses(utterance, claim.start, claim.end)
      return {
        code: 'violation.false_statement',
        start: clauses[0]?.start ?? claim.start,
        end: clauses.at(-1)?.end ?? claim.end,
        confidence: 0.92,
        contradicts: {
          sourceId: claim.sourceId ?? '',
          fact: claim.fact ?? '',
          ...(claim.passageId !== undefined && { passageId: claim.passageId }),
        },
      }
    })
}

function toObservation(
  context: ObserverContext,
  finding: Finding & { contradicts?: Observation['contradicts'] },
): Observation {
  const { start, end } = context.utterance.toOriginal(finding.start, finding.end)
  return {
    code: finding.code,
    source: 'trainee',
    quote: context.utterance.original.slice(start, end),
    start,
    end,
    confidence: Math.round(finding.confidence * 100) / 100,
    ...(finding.contradicts === undefined ? {} : { contradicts: finding.contradicts }),
  }
}

/**
 * Hears one trainee utterance: which codes of the catalogue show in it, and which statements of fact it makes.
 *
 * Deterministic and quick (a few milliseconds). Never throws on any text, and treats the words as data.
 *
 * @returns observations with exact quotes, at most three places a code; claims that knowledge supports or contradicts.
 */
export function observeUtterance(
  input: HeardInput,
  knowledge: ObserverKnowledge,
): { observations: Observation[]; claims: Claim[] } {
  const context = readContext(input)
  const whole = observeWords(context, input, knowledge)
  const rest = blankInstructed(context.utterance)
  if (rest === null) return whole
  // What is good, and whether the client was passed over, shows in the words to the client; what is bad shows in all of them.
  const isOfRest = ({ code }: Observation) =>
    code === 'listening.ignore' ||
    (knowledge.catalogue.entries.get(code)?.polarity === 'good' && !code.startsWith('meta.'))
  const inWhole = whole.observations.filter((one) => !isOfRest(one))
  if (rest.trim() === '') return { ...whole, observations: inWhole }
  const restInput = { ...input, utterance: rest }
  const ofRest = observeWords(readContext(restInput), restInput, knowledge).observations.filter(isOfRest)
  return { ...whole, observations: [...inWhole, ...ofRest] }
}

function observeWords(
  context: ObserverContext,
  input: HeardInput,
  knowledge: ObserverKnowledge,
): { observations: Observation[]; claims: Claim[] } {
  if (context.utterance.clauses.length === 0) return { observations: [], claims: [] }
  const checked = holdClaims(context.utterance, {
    products: input.products,
    insurer: knowledge.insurer,
    facts: input.facts,
    asked: input.asked,
  })
  const byRules = observeByRules(context)
  const weighed = knowledge.model === null ? byRules : weighFindings(context, byRules, knowledge.model)
  const seen: Finding[] = [...weighed, ...toFalseStatements(context.utterance, checked)]
  const first = combineFindings(seen)
  const dealing = judgeDealing(context, first)
  const all = combineFindings([...first, ...dealing.own])
  const combined = [...all, ...findOffTopic(context, all)].filter((finding) =>
    knowledge.catalogue.entries.has(finding.code),
  )
  const ignored = dealing.client.map(
    (finding): Observation => ({
      code: finding.code,
      source: 'client',
      quote: context.clientText.slice(finding.start, finding.end),
      start: finding.start,
      end: finding.end,
      confidence: Math.round(finding.confidence * 100) / 100,
    }),
  )
  return {
    observations: [...combined.map((finding) => toObservation(context, finding)), ...ignored],
    claims: checked.map((claim) => {
      const { start, end } = context.utterance.toOriginal(claim.start, claim.end)
      return {
        quote: input.utterance.slice(start, end),
        start,
        end,
        verdict: claim.verdict,
        ...(claim.sourceId !== undefined && { sourceId: claim.sourceId }),
        ...(claim.fact !== undefined && { fact: claim.fact }),
        ...(claim.passageId !== undefined && { passageId: claim.passageId }),
      }
    }),
  }
}
