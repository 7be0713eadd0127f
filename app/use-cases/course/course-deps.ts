import type { Content } from '../../domain/content'
import type { CourseRecord, CourseStore } from '../../domain/course/course-ports'
import { type Actor, isAllowed } from '../../domain/governance/authorise'
import type { ApprovalStore } from '../../domain/governance/talk-approval'
import type { Exemplar } from '../../domain/judging/observer/classifier/exemplar-schema'
import type { KnowledgeStore } from '../../domain/knowledge/knowledge-ports'
import type { AccountStore, Observer, RoleplayStore } from '../../domain/ports'
import type { OwnerId, QuizStore } from '../../domain/quiz/quiz-ports'
import type { KnowledgeIndex } from '../knowledge/knowledge-index'
import type { ReadTalkKnowledge } from '../knowledge/read-talk-knowledge'
import { isKeptBy, type NamedActor } from '../quiz/quiz-deps'
import type { createQuizServices } from '../quiz/quiz-services'
import type { WritingDeps } from './write-lesson-texts'

export type CourseDeps = WritingDeps & {
  courses: CourseStore
  content: Content
  roleplays: RoleplayStore
  approvals: Pick<ApprovalStore, 'list'>
  accounts: Pick<AccountStore, 'findPerson' | 'listPeople'>
  quizzes: Pick<QuizStore, 'findQuiz' | 'listAttempts' | 'listFirstPasses'>
  knowledge: KnowledgeStore
  quiz: Pick<ReturnType<typeof createQuizServices>, 'makeQuiz'>
  getKnowledgeIndex: (viewer: OwnerId) => Promise<KnowledgeIndex>
  observer: Observer
  readTalkKnowledge: ReadTalkKnowledge
  /** Our own example utterances: what a written bad example says. */
  loadExemplars: () => Promise<readonly Exemplar[]>
}

export type { NamedActor }

/** Whether the actor may see that there is such a course: makers all of their organisation's, learners what is published or their own. */
export async function canSee(deps: Pick<CourseDeps, 'accounts'>, actor: Actor, course: CourseHead): Promise<boolean> {
  if (!isAllowed(actor, 'learning.use')) return false
  if (course.forPersonId === actor.personId) return course.status !== 'draft' || course.createdById === actor.personId
  if (course.forPersonId !== null) return canSeePerson(deps, actor, course.forPersonId)
  return isKeptBy(actor, course) || course.status === 'published'
}

export type CourseHead = Pick<CourseRecord, 'id' | 'organisationId' | 'status' | 'forPersonId' | 'createdById'>

/** A remedy tells of somebody's mistakes: only those who may read that person's talks see it. */
export async function canSeePerson(
  deps: Pick<CourseDeps, 'accounts'>,
  actor: Actor,
  personId: string,
): Promise<boolean> {
  if (!isAllowed(actor, 'learning.manage')) return false
  const person = await deps.accounts.findPerson(personId)
  return person !== null && isAllowed(actor, 'roleplay.read', person)
}
