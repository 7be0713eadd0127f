import type { Actor } from '../../domain/governance/authorise'
import { DomainError } from '../../domain/shared/domain-error'
import { type MadeQuiz, type MakeQuizInput, type MakingStage, makeQuiz, nameQuiz } from './make-quiz'
import { type NamedActor, type QuizDeps, requireRight } from './quiz-deps'

/** What is made by then needs no page of its own to wait on. */
const QUICK_MS = 1_500
/** How long an outcome can be asked for; the quiz itself stays. */
const KEPT_MS = 3_600_000
/** The usual time is the middle one of so many of the latest. */
const TIMED = 5

export type AskedQuiz = MakeQuizInput & { requestId: string }

export type Making = { quizId: string } & (
  | {
      status: 'making'
      startedAt: Date
      requested: number
      stage: MakingStage
      /** Of the latest quizzes that a language model wrote; null until there is one. */
      usualSeconds: number | null
    }
  | { status: 'made'; made: MadeQuiz }
  /** Nothing was made; `input` to try again with. */
  | { status: 'refused'; fields: Readonly<Record<string, string>>; input: AskedQuiz }
  | { status: 'failed'; error: unknown; input: AskedQuiz }
)

type Job = {
  quizId: string
  personId: string
  input: AskedQuiz
  startedAt: Date
  stage: MakingStage
  isOnModel: boolean
  outcome: { at: Date; made: MadeQuiz } | { at: Date; error: unknown } | null
  work: Promise<MadeQuiz>
}

/**
 * Makes quizzes that go on being made when the request that asked for them is gone (a proxy's timeout, a page that was left), and of the same request once only.
 *
 * What is on its way lives in this process and ends with it; what was made is in the store under the id of its request, for every process.
 */
export function createMakings(deps: QuizDeps) {
  const jobs = new Map<string, Job>()
  const modelSeconds: number[] = []

  function begin(actor: NamedActor, input: AskedQuiz): Job {
    requireRight(actor, 'learning.manage')
    forgetOld()
    const quizId = nameQuiz(deps, actor, input)
    const before = jobs.get(quizId)
    // What was refused or has failed may be tried again.
    if (before && !(before.outcome && 'error' in before.outcome)) return before
    const job: Job = {
      quizId,
      personId: actor.personId,
      input,
      startedAt: deps.clock.now(),
      stage: { kind: 'reading' },
      isOnModel: false,
      outcome: null,
      work: Promise.resolve().then(() => makeQuiz(deps, actor, input, (stage) => note(job, stage))),
    }
    jobs.set(quizId, job)
    job.work.then(
      (made) => end(job, { at: deps.clock.now(), made }),
      (error: unknown) => end(job, { at: deps.clock.now(), error }),
    )
    return job
  }

  function note(job: Job, stage: MakingStage): void {
    job.stage = stage
    job.isOnModel ||= stage.kind === 'writing' && stage.engine === 'llm'
  }

  function end(job: Job, outcome: NonNullable<Job['outcome']>): void {
    job.outcome = outcome
    if (!job.isOnModel || 'error' in outcome) return
    modelSeconds.push(Math.round((outcome.at.getTime() - job.startedAt.getTime()) / 1000))
    if (modelSeconds.length > TIMED) modelSeconds.shift()
  }

  function forgetOld(): void {
    const now = deps.clock.now().getTime()
    for (const [id, { outcome }] of jobs) if (outcome && now - outcome.at.getTime() > KEPT_MS) jobs.delete(id)
  }

  function view({ quizId, input, startedAt, stage, outcome }: Job): Making {
    if (outcome === null) {
      const sorted = [...modelSeconds].sort((a, b) => a - b)
      const usualSeconds = sorted[Math.floor(sorted.length / 2)] ?? null
      return { quizId, status: 'making', startedAt, requested: input.count, stage, usualSeconds }
    }
    if ('made' in outcome) return { quizId, status: 'made', made: outcome.made }
    const { error } = outcome
    return error instanceof DomainError && error.code === 'bad-input'
      ? { quizId, status: 'refused', fields: error.fields, input }
      : { quizId, status: 'failed', error, input }
  }

  return {
    /** Begins, or joins what the same request has begun, and waits to the end. @throws as `makeQuiz`. */
    finish: (actor: NamedActor, input: AskedQuiz): Promise<MadeQuiz> => begin(actor, input).work,
    /** Begins, or joins; comes back within a second or two, whether the quiz is there or not. @throws DomainError `not-allowed`. */
    async start(actor: NamedActor, input: AskedQuiz): Promise<Making> {
      const job = begin(actor, input)
      const settled = job.work.then(
        () => {},
        () => {},
      )
      await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, QUICK_MS))])
      return view(job)
    },
    /** How far one's own making is. @throws DomainError `not-allowed`; `not-found` also when the process that was at it has ended. */
    async read(actor: Actor, quizId: string): Promise<Making> {
      requireRight(actor, 'learning.manage')
      const job = jobs.get(quizId)
      if (job?.personId === actor.personId) return view(job)
      const quiz = await deps.quizzes.findQuiz(quizId, actor.organisationId)
      if (quiz?.createdById !== actor.personId) throw new DomainError('not-found', `making ${quizId}`)
      const made = { quiz, requested: quiz.items.length, made: quiz.items.length, rejected: {} }
      return { quizId, status: 'made', made: { ...made, engine: null, fellBack: null } }
    },
  }
}
