import type { Content } from '../domain/content'
import type { Actor } from '../domain/governance/authorise'
import { buildScorecard, type ScorecardTurn } from '../domain/judging/build-scorecard'
import { openLedger, settleLedger, updateLedger } from '../domain/judging/keep-ledger'
import type { ClaimFacts } from '../domain/judging/law-claims/claim-facts'
import type { Scorecard, TurnScore } from '../domain/judging/score-types'
import type { CallScope, Clock, EngineName, Observer, SecondObserver } from '../domain/ports'
import { DomainError } from '../domain/shared/domain-error'
import type { Observation, TalkLine } from '../domain/shared/observation'
import { toLocalDate } from '../domain/shared/to-local-date'
import { describeAddress } from './describe-scenario'
import { judgeUtterance } from './judge-utterance'
import type { ReadTalkKnowledge } from './knowledge/read-talk-knowledge'
import { clearOutgoing, type OutgoingDeps } from './models/plan-model-turn'

/** What statements are held against on a day; null where the knowledge base is not ready. */
type ReadFacts = (asOf: string, productIds: readonly string[]) => Promise<{ facts: ClaimFacts } | null>

export type JudgeTranscriptDeps = {
  content: Content
  observer: Observer
  secondObservers: Partial<Record<EngineName, SecondObserver>>
  engines: readonly EngineName[]
  clock: Clock
  readFacts: ReadFacts
}

export type JudgeTranscriptInput = {
  transcript: readonly TalkLine[]
  /** Overrides the persona's age. */
  clientAge: number | null
  personaId: string | null
  productId: string | null
  engine: EngineName | null
  /** Local date (Asia/Taipei); today when null. */
  asOf: string | null
}

export type JudgedTurn = { index: number; turnIndex: number; observations: Observation[]; score: TurnScore }

export type TranscriptJudgement = {
  turns: JudgedTurn[]
  scorecard: Scorecard
  recognised: { personaId: string | null; productId: string | null }
}

/**
 * Judges a talk that took place elsewhere; nothing is stored.
 *
 * @returns one judged turn per trainee line, `index` its place in the transcript, and the scorecard of the whole.
 *   A persona or product that is not ours is judged without its facts; `recognised` says which were known.
 * @param scope for an engine on a model.
 * @throws DomainError `engine-unavailable`.
 */
export async function judgeTranscript(
  deps: JudgeTranscriptDeps,
  input: JudgeTranscriptInput,
  scope?: CallScope,
): Promise<TranscriptJudgement> {
  const { content } = deps
  const persona = content.personas.get(input.personaId ?? '') ?? null
  const product = content.products.get(input.productId ?? '') ?? null
  const engine = input.engine ?? 'embedded'
  if (!deps.engines.includes(engine)) throw new DomainError('engine-unavailable', `engine ${engine} is not set up`)
  const products = product ? [product] : []
  const asOf = input.asOf ?? toLocalDate(deps.clock.now())
  const client = {
    age: input.clientAge ?? persona?.age ?? null,
    address: persona ? describeAddress(persona) : null,
  }
  const known = await deps.readFacts(
    asOf,
    products.map((one) => one.id),
  )
  let ledger = openLedger({ client, products, scenario: null, asOf }, content.duties)
  const turns: JudgedTurn[] = []
  const scored: ScorecardTurn[] = []
  for (const [index, line] of input.transcript.entries()) {
    if (line.who !== 'trainee') continue
    const turnIndex = turns.length
    const { counts, score } = await judgeUtterance(
      { content, observer: deps.observer, secondObserver: deps.secondObservers[engine] ?? null },
      {
        utterance: line.text,
        talk: input.transcript.slice(0, index),
        turnIndex,
        earlier: turns.map((turn) => turn.observations),
        client,
        products,
        scenario: null,
        asOf,
        seed: 'judge',
        facts: known?.facts,
      },
      scope,
    )
    const observations = counts.status === 'perceived' ? counts.observations : []
    ledger = updateLedger(ledger, observations, turnIndex)
    turns.push({ index, turnIndex, observations, score })
    const before = input.transcript[index - 1]
    scored.push({
      index: turnIndex,
      utterance: line.text,
      clientLineBefore: before?.who === 'client' ? before.text : '',
      score,
    })
  }
  const scorecard = buildScorecard({
    turns: scored,
    ledger: settleLedger(ledger),
    scenario: null,
    rubric: content.rubric,
    catalogue: content.catalogue,
    advice: content.advice,
    versions: {
      catalogue: content.catalogue.version,
      rubric: content.rubric.version,
      scenario: null,
      persona: persona?.version ?? null,
      engine,
      asOf,
    },
    hintsUsed: 0,
    address: client.address,
    outcome: { ended: null, hasAgreed: false, trust: null },
  })
  return { turns, scorecard, recognised: { personaId: persona?.id ?? null, productId: product?.id ?? null } }
}

/** As `judgeTranscript`, for somebody: on a model the organisation's policy applies to what leaves, and what was found is logged. */
export async function judgeTranscriptFor(
  base: Omit<JudgeTranscriptDeps, 'readFacts'> & OutgoingDeps & { readTalkKnowledge: ReadTalkKnowledge },
  { organisationId, personId }: Actor,
  input: JudgeTranscriptInput,
): Promise<TranscriptJudgement> {
  const readFacts: ReadFacts = (asOf, productIds) => base.readTalkKnowledge(organisationId, asOf, productIds)
  const deps = { ...base, readFacts }
  if (input.engine !== 'llm' || !deps.engines.includes('llm')) return judgeTranscript(deps, input)
  const source = { organisationId, personId, roleplayId: null, turnIndex: null, purposes: ['judging'] as const }
  const texts = input.transcript.map((line) => line.text)
  const { dataPolicy } = await clearOutgoing(deps, source, texts)
  return judgeTranscript(deps, input, { userId: personId, dataPolicy })
}
