import { z } from 'zod'
import { type Actor, findResultScope, isAllowed, type ResultScope } from '../domain/governance/authorise'
import {
  type Dispute,
  type DisputeFilter,
  HEARD_BY,
  type JudgeReviewStore,
  REVIEW_VERDICTS,
  summariseReviews,
} from '../domain/governance/judge-review'
import { EMPTY_MASK_MEMORY, type MaskMemory } from '../domain/governance/mask-personal-data/mask-memory'
import { maskPersonalData } from '../domain/governance/mask-personal-data/mask-personal-data'
import type { ModelUses } from '../domain/governance/model-purposes'
import { createNameMask } from '../domain/governance/training-export/mask-names'
import type { Clock, RoleplayStore } from '../domain/ports'
import { DomainError } from '../domain/shared/domain-error'
import { getTalk } from './get-talk'

export type JudgeReviewDeps = {
  judgeReviews: JudgeReviewStore
  roleplays: RoleplayStore
  modelUses: ModelUses
  clock: Clock
}

export const DISPUTES_PER_PAGE = 20
const PER_READ = 500

function scopeOf(actor: Actor): ResultScope {
  const scope = findResultScope(actor)
  if (!scope || !isAllowed(actor, 'judging.review'))
    throw new DomainError('not-allowed', `judging.review as ${actor.role}`)
  return scope
}

/**
 * Sentences on which the embedded judge and the model's did not hear the same, and how often a reviewer agreed with either.
 *
 * @param page from 0.
 * @throws DomainError `not-allowed`.
 */
async function listDisputes(deps: JudgeReviewDeps, actor: Actor, filter: DisputeFilter, page: number) {
  const scope = scopeOf(actor)
  const offset = page * DISPUTES_PER_PAGE
  const [found, counts] = await Promise.all([
    deps.judgeReviews.list(scope, actor.personId, filter, { offset, limit: DISPUTES_PER_PAGE + 1 }),
    deps.judgeReviews.count(scope, actor.personId),
  ])
  return {
    disputes: found.slice(0, DISPUTES_PER_PAGE),
    hasMore: found.length > DISPUTES_PER_PAGE,
    summary: summariseReviews(counts),
    hasModel: deps.modelUses.judging !== null,
  }
}

const reviewSchema = z.object({
  roleplayId: z.string().min(1),
  turnIndex: z.coerce.number().int().min(0),
  code: z.string().min(1),
  heardBy: z.enum(HEARD_BY),
  verdict: z.enum(REVIEW_VERDICTS),
})

/**
 * Keeps what a leader says of one dispute. No score changes: it tells how far the judges can be trusted.
 *
 * @throws DomainError `bad-input`, `not-allowed` (one's own talk too), `not-found`.
 */
async function reviewDispute(deps: JudgeReviewDeps, actor: Actor, input: unknown): Promise<void> {
  scopeOf(actor)
  const parsed = reviewSchema.safeParse(input)
  if (!parsed.success) throw new DomainError('bad-input', 'not a review')
  const { verdict, ...key } = parsed.data
  const { owner } = await getTalk(deps, actor, key.roleplayId, 'roleplay.read')
  if (owner.personId === actor.personId) throw new DomainError('not-allowed', 'judging.review on an own talk')
  if (!(await deps.judgeReviews.has(key))) throw new DomainError('not-found', 'no such dispute')
  await deps.judgeReviews.save({ ...key, verdict, reviewedById: actor.personId, reviewedAt: deps.clock.now() })
}

/** A reviewed sentence, without names and personal data: something to measure or to train a judge with. */
export type ReviewLine = {
  client: string | null
  utterance: string
  code: string
  quote: string
  heardBy: string
  counted: boolean
  verdict: string
}

/** One memory, so that a quote has the placeholders of its sentence. */
function createMask({ personName, utterance }: Pick<Dispute, 'personName' | 'utterance'>): (text: string) => string {
  const maskNames = createNameMask([personName], [utterance], [])
  let memory: MaskMemory = EMPTY_MASK_MEMORY
  return (text) => {
    const masked = maskPersonalData(text, memory)
    memory = masked.memory
    return maskNames(masked.masked)
  }
}

/** @throws DomainError `not-allowed`, before the first line. */
async function exportReviews(deps: JudgeReviewDeps, actor: Actor): Promise<AsyncIterable<ReviewLine>> {
  const scope = scopeOf(actor)
  return (async function* () {
    for (let offset = 0; ; offset += PER_READ) {
      const found = await deps.judgeReviews.list(
        scope,
        actor.personId,
        { state: 'done', heardBy: null },
        { offset, limit: PER_READ },
      )
      for (const one of found) {
        const mask = createMask(one)
        yield {
          client: one.clientText === null ? null : mask(one.clientText),
          utterance: mask(one.utterance),
          code: one.code,
          quote: mask(one.quote),
          heardBy: one.heardBy,
          counted: one.counts,
          verdict: one.review!.verdict,
        }
      }
      if (found.length < PER_READ) return
    }
  })()
}

/** What the routes need of the review of judging. */
export function createJudgeReviewServices(deps: JudgeReviewDeps) {
  return {
    listDisputes: (actor: Actor, filter: DisputeFilter, page: number) => listDisputes(deps, actor, filter, page),
    reviewDispute: (actor: Actor, input: unknown) => reviewDispute(deps, actor, input),
    exportReviews: (actor: Actor) => exportReviews(deps, actor),
  }
}
