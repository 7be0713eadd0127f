import type { Content } from '../../domain/content'
import { type Action, type Actor, isAllowed } from '../../domain/governance/authorise'
import type { KnowledgeStore } from '../../domain/knowledge/knowledge-ports'
import type { Secrets } from '../../domain/ports'
import type { ItemWriter, OwnerId, QuizStore, ReviewScheduler } from '../../domain/quiz/quiz-ports'
import { DomainError } from '../../domain/shared/domain-error'
import type { KnowledgeIndex } from '../knowledge/knowledge-index'
import type { FoundPassages, SearchInput } from '../knowledge/search-knowledge'
import { MACHINE_ORGANISATION_ID } from '../machine-access'
import type { OutgoingDeps } from '../models/plan-model-turn'

export const MAX_QUIZ_ITEMS = 60
export const DEFAULT_PASS_PERCENT = 60

/** Who works on items, with the name that an item's history keeps. */
export type NamedActor = Actor & { name: string }

export type QuizDeps = OutgoingDeps & {
  quizzes: QuizStore
  knowledge: KnowledgeStore
  searchKnowledge: (actor: Actor, input: SearchInput) => Promise<FoundPassages>
  getKnowledgeIndex: (viewer: OwnerId) => Promise<KnowledgeIndex>
  content: Content
  scheduler: ReviewScheduler
  secrets: Pick<Secrets, 'hash'>
  /** Tried in their order; the last one never fails. */
  itemWriters: readonly { engine: 'llm' | 'embedded'; writer: ItemWriter }[]
}

/** @throws DomainError `not-allowed`. */
export function requireRight(actor: Actor, action: Action): void {
  if (!isAllowed(actor, action)) throw new DomainError('not-allowed', `${action} as ${actor.role}`)
}

/** Whose the things are that an actor makes: of their organisation; everybody's where the machine stands alone. */
export function ownerOf(actor: Actor): OwnerId {
  return actor.organisationId === MACHINE_ORGANISATION_ID ? null : actor.organisationId
}

/** Whether the actor may change it: what is everybody's belongs to no organisation's trainers. */
export function isKeptBy(actor: Actor, thing: { organisationId: OwnerId }): boolean {
  return isAllowed(actor, 'learning.manage') && thing.organisationId === ownerOf(actor)
}

/** @throws DomainError `not-allowed`. */
export function requireKeeper(actor: Actor, thing: { id: string; organisationId: OwnerId }): void {
  if (!isKeptBy(actor, thing)) throw new DomainError('not-allowed', `${thing.id} is not kept by this person`)
}
