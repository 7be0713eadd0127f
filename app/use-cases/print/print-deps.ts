import type { Content } from '../../domain/content'
import type { CourseStore } from '../../domain/course/course-ports'
import type { AccountStore, Clock, Ids, RateLimit, RoleplayStore, Secrets } from '../../domain/ports'
import type { CertificateStore, Printer, PrintStore } from '../../domain/print-ports'
import type { QuizStore } from '../../domain/quiz/quiz-ports'

export type PrintDeps = {
  content: Content
  accounts: Pick<AccountStore, 'findPerson' | 'listPeople'>
  roleplays: RoleplayStore
  quizzes: Pick<QuizStore, 'findQuiz' | 'findAttempt' | 'listAttempts'>
  courses: CourseStore
  prints: PrintStore
  certificates: CertificateStore
  printer: Printer
  clock: Clock
  ids: Ids
  secrets: Secrets
  /** By network address: looking up certificates needs no sign-in. */
  verifyLimit: RateLimit
  /** By person. */
  printLimit: RateLimit
  /** No other process makes prints in this database. */
  isAlone: boolean
  /** Hears what broke a print; people only learn that it did. */
  onBroken(error: unknown, jobId: string | null): void
}
