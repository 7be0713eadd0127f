import { buildCertificateCode, readCertificateCode } from '../../domain/governance/certificate'
import type { PersonRecord } from '../../domain/ports'
import type { CertificateKind, CertificateRecord } from '../../domain/print-ports'
import { DomainError } from '../../domain/shared/domain-error'
import { readCompletion } from '../course/read-course'
import { requireRight } from '../quiz/quiz-deps'
import type { PrintDeps } from './print-deps'

type Deps = Pick<
  PrintDeps,
  'content' | 'accounts' | 'roleplays' | 'quizzes' | 'courses' | 'certificates' | 'clock' | 'secrets' | 'verifyLimit'
>
type Achievement = Pick<CertificateRecord, 'subjectId' | 'title' | 'points'>

/** `id`: of the attempt, of the talk, of the course. */
export type CertificateWish = { kind: CertificateKind; id: string }

/**
 * The certificate of something that a person has achieved: made at the first asking, the same one ever after.
 *
 * @throws DomainError `not-found` for what is not their own; `not-allowed` when it was not passed, or was practice only.
 */
export async function issueCertificate(
  deps: Deps,
  person: PersonRecord,
  { kind, id }: CertificateWish,
): Promise<CertificateRecord> {
  requireRight(person, 'learning.use')
  const achievement = await FINDERS[kind](deps, person, id)
  const known = await deps.certificates.findCertificateFor(person.personId, kind, achievement.subjectId)
  if (known) return known
  return deps.certificates.addCertificate({
    code: buildCertificateCode(deps.secrets.make()),
    personId: person.personId,
    organisationId: person.organisationId,
    personName: person.name,
    kind,
    issuedAt: deps.clock.now(),
    ...achievement,
  })
}

const notFound = (what: string, id: string) => new DomainError('not-found', `${what} ${id}`)
const notPassed = (what: string, id: string) =>
  new DomainError('not-allowed', `${what} ${id} was not passed as an exam`)

const FINDERS: Record<CertificateKind, (deps: Deps, person: PersonRecord, id: string) => Promise<Achievement>> = {
  /** One for each passed attempt, with the score of that one: who passes again, or better, has both. What is published stays as it is, so an attempt is of one version. */
  async quiz(deps, person, id) {
    const attempt = await deps.quizzes.findAttempt(id)
    if (attempt?.personId !== person.personId || attempt.quizId === null) throw notFound('attempt', id)
    const quiz = await deps.quizzes.findQuiz(attempt.quizId, person.organisationId)
    if (!quiz) throw notFound('attempt', id)
    if (attempt.mode !== 'exam' || attempt.passed !== true || quiz.status === 'draft') throw notPassed('attempt', id)
    return { subjectId: id, title: quiz.title, points: ((attempt.points ?? 0) / attempt.maxPoints) * 100 }
  },
  async roleplay(deps, person, id) {
    const talk = await deps.roleplays.find(id)
    if (talk?.owner.personId !== person.personId) throw notFound('roleplay', id)
    const { mode, scorecard, scenarioId } = talk.roleplay
    if (mode !== 'exam' || scorecard?.status !== 'scored' || !scorecard.passed) throw notPassed('roleplay', id)
    const title = deps.content.scenarios.get(scenarioId)?.title.zh
    if (!title) throw notFound('scenario', scenarioId)
    return { subjectId: id, title, points: scorecard.overall }
  },
  async course(deps, person, id) {
    const course = await deps.courses.findCourse(id, person.organisationId)
    if (!course || course.status === 'draft') throw notFound('course', id)
    const { isComplete } = await readCompletion(deps, person, id)
    if (!isComplete) throw notPassed('course', id)
    return { subjectId: id, title: course.title, points: null }
  },
}

/** @throws DomainError `not-found` also for another person's. */
export async function readCertificate(
  deps: Deps,
  person: Pick<PersonRecord, 'personId'>,
  code: string,
): Promise<CertificateRecord> {
  const certificate = await deps.certificates.findCertificate(code)
  if (certificate?.personId !== person.personId) throw notFound('certificate', code)
  return certificate
}

export type Verified =
  | {
      status: 'valid'
      certificate: Pick<CertificateRecord, 'code' | 'personName' | 'kind' | 'title' | 'points' | 'issuedAt'>
    }
  /** `mistyped`: no code can look like that. `unknown`: it could be one, but none was issued with it. */
  | { status: 'mistyped' | 'unknown' }

/**
 * What everybody may learn who holds a certificate in their hands.
 *
 * @param address of the caller, for the limit. @throws DomainError `too-many-requests`.
 */
export async function verifyCertificate(deps: Deps, text: string, address: string): Promise<Verified> {
  const waitSeconds = await deps.verifyLimit.take(address)
  if (waitSeconds > 0) throw new DomainError('too-many-requests', `wait ${waitSeconds} s`)
  const code = readCertificateCode(text)
  if (code === null) return { status: 'mistyped' }
  const found = await deps.certificates.findCertificate(code)
  if (!found) return { status: 'unknown' }
  const { personName, kind, title, points, issuedAt } = found
  return { status: 'valid', certificate: { code, personName, kind, title, points, issuedAt } }
}
