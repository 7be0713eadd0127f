import type { CourseContent } from '../../domain/course/course'
import { type Actor, isAllowed } from '../../domain/governance/authorise'
import type { PrintInput, PrintKind } from '../../domain/print-ports'
import type { FullQuiz } from '../../domain/quiz/quiz-ports'
import { describeUntold } from '../../domain/roleplay/describe-learnt'
import { DomainError } from '../../domain/shared/domain-error'
import { canSee } from '../course/course-deps'
import { readTaipeiDate } from '../knowledge/knowledge-deps'
import { canTake } from '../quiz/keep-quizzes'
import { isKeptBy, requireRight } from '../quiz/quiz-deps'
import { readTalk } from '../read-talk'
import type { PrintDeps } from './print-deps'

type Deps = Pick<PrintDeps, 'content' | 'accounts' | 'roleplays' | 'quizzes' | 'courses' | 'certificates' | 'clock'>
export type PrintWish = {
  kind: PrintKind
  subjectId: string
  /** Scheme and host under which people reach the app, for the address on a certificate. */
  origin: string
}
/** `title` names the file. */
export type LoadedPrint = { input: PrintInput; title: string }

/**
 * Gathers what is to be printed, as it stands now and as far as this person may have it.
 *
 * @throws DomainError `not-found` also for what the person may not even see; `not-allowed` for answer keys.
 */
export async function loadPrintInput(deps: Deps, actor: Actor, wish: PrintWish): Promise<LoadedPrint> {
  requireRight(actor, 'learning.use')
  switch (wish.kind) {
    case 'course':
      return loadCourse(deps, actor, wish.subjectId)
    case 'quiz-paper':
    case 'answer-key':
      return loadQuiz(deps, actor, wish.kind, wish.subjectId)
    case 'scorecard':
      return loadScorecard(deps, actor, wish.subjectId)
    case 'certificate':
      return loadCertificate(deps, actor, wish)
  }
}

const notFound = (what: string, id: string) => new DomainError('not-found', `${what} ${id}`)
const today = (deps: Deps) => readTaipeiDate(deps.clock.now())

async function loadCourse(deps: Deps, actor: Actor, id: string): Promise<LoadedPrint> {
  const course = await deps.courses.findCourse(id, actor.organisationId)
  if (!course || !(await canSee(deps, actor, course))) throw notFound('course', id)
  const { title, status, version, content } = course
  const quizzes = await loadQuizzesOf(deps, actor, content)
  const withKey = isAllowed(actor, 'learning.manage')
  return {
    title,
    input: { kind: 'course', title, status, version, content, quizzes, withKey, printedOn: today(deps) },
  }
}

async function loadQuizzesOf(deps: Deps, actor: Actor, content: CourseContent): Promise<Map<string, FullQuiz>> {
  const ids = content.lessons.flatMap((lesson) =>
    lesson.blocks.flatMap((block) => (block.kind === 'quiz' ? [block.quizId] : [])),
  )
  const found = await Promise.all([...new Set(ids)].map((id) => deps.quizzes.findQuiz(id, actor.organisationId)))
  return new Map(found.flatMap((quiz) => (quiz && canTake(actor, quiz) ? [[quiz.id, quiz] as const] : [])))
}

async function loadQuiz(deps: Deps, actor: Actor, kind: 'quiz-paper' | 'answer-key', id: string): Promise<LoadedPrint> {
  if (kind === 'answer-key') requireRight(actor, 'learning.manage')
  const quiz = await deps.quizzes.findQuiz(id, actor.organisationId)
  if (!quiz || !(isKeptBy(actor, quiz) || canTake(actor, quiz))) throw notFound('quiz', id)
  return {
    title: kind === 'answer-key' ? `${quiz.title} 解答` : quiz.title,
    input: { kind, quiz, printedOn: today(deps) },
  }
}

async function loadScorecard(deps: Deps, actor: Actor, id: string): Promise<LoadedPrint> {
  const { talk, scenario, persona } = await readTalk(deps, actor, id)
  const { roleplay, owner, turns } = talk
  if (!roleplay.scorecard) throw notFound('scorecard of', id)
  const untold = describeUntold(persona, scenario, roleplay.state)
  return {
    title: `${owner.name} ${scenario.title.zh}`,
    input: {
      kind: 'scorecard',
      traineeName: owner.name,
      scenarioTitle: scenario.title.zh,
      clientName: persona.name,
      mode: roleplay.mode,
      heldOn: readTaipeiDate(roleplay.startedAt),
      asOf: roleplay.asOf,
      passMark: scenario.passMark,
      engine: roleplay.engine,
      seed: roleplay.seed,
      hintsUsed: roleplay.hintsUsed,
      card: roleplay.scorecard,
      turns: turns.map(({ turnIndex, text, replyText, state, score }) => ({
        turnIndex,
        text,
        replyText,
        trust: state.trust,
        total: score.status === 'scored' ? score.total : null,
      })),
      untold: untold.map(({ note, opener }) => ({ note: note.zh, opener: opener.zh })),
      rightOutcome: scenario.rightOutcome.note.zh,
      printedOn: today(deps),
    },
  }
}

async function loadCertificate(deps: Deps, actor: Actor, { subjectId: code, origin }: PrintWish): Promise<LoadedPrint> {
  const certificate = await deps.certificates.findCertificate(code)
  if (certificate?.personId !== actor.personId) throw notFound('certificate', code)
  return {
    title: `證明書 ${certificate.title}`,
    input: {
      kind: 'certificate',
      certificate,
      issuedOn: readTaipeiDate(certificate.issuedAt),
      verifyUrl: `${origin}/verify/${certificate.code}`,
      printedOn: today(deps),
    },
  }
}
