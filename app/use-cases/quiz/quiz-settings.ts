import type { Actor } from '../../domain/governance/authorise'
import { type QuizDeps, requireRight } from './quiz-deps'

export type QuizSettings = { allowsUnreviewedItems: boolean }
type Deps = Pick<QuizDeps, 'settings' | 'clock'>

export async function readSettings(deps: Deps, actor: Actor): Promise<QuizSettings> {
  const { allowsUnreviewedItems } = await deps.settings.read(actor.organisationId)
  return { allowsUnreviewedItems }
}

/** @throws DomainError `not-allowed` for all but administrators. */
export async function saveSettings(deps: Deps, actor: Actor, { allowsUnreviewedItems }: QuizSettings): Promise<void> {
  requireRight(actor, 'people.administer')
  const settings = await deps.settings.read(actor.organisationId)
  const by = { personId: actor.personId, at: deps.clock.now() }
  await deps.settings.save(actor.organisationId, { ...settings, allowsUnreviewedItems }, by)
}
