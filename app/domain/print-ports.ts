import type { CourseContent } from './course/course'
import type { Scorecard } from './judging/score-types'
import type { FullQuiz, PublishStatus } from './quiz/quiz-ports'

/** What can be printed. The subject is the id of the course, of the quiz, of the talk, or the code of the certificate. */
export const PRINT_KINDS = ['course', 'quiz-paper', 'answer-key', 'scorecard', 'certificate'] as const
export type PrintKind = (typeof PRINT_KINDS)[number]

// ---- printing

/** A character that the font does not hold. */
export type MissingCharacter = {
  character: string
  /** U+1F600. */
  codePoint: string
  /** What stands on the page in its place. */
  shownAs: string
  count: number
}

export type CoursePrint = {
  kind: 'course'
  title: string
  status: PublishStatus
  version: number
  content: CourseContent
  /** The quizzes of its lessons, by id, as far as the reader may see them. */
  quizzes: ReadonlyMap<string, FullQuiz>
  /** With the answers on pages of their own at the end. */
  withKey: boolean
}
export type QuizPrint = { kind: 'quiz-paper' | 'answer-key'; quiz: FullQuiz }
export type ScorecardPrint = {
  kind: 'scorecard'
  traineeName: string
  scenarioTitle: string
  clientName: string
  mode: 'practice' | 'exam'
  /** Local date, ISO 8601. */
  heldOn: string
  asOf: string
  passMark: number
  engine: string
  seed: string
  hintsUsed: number
  card: Scorecard
  turns: readonly { turnIndex: number; text: string; replyText: string; trust: number; total: number | null }[]
  /** What the client kept to themselves, and the question that would have opened it. */
  untold: readonly { note: string; opener: string }[]
  rightOutcome: string
}
export type CertificatePrint = {
  kind: 'certificate'
  certificate: CertificateRecord
  /** Local date, ISO 8601. */
  issuedOn: string
  verifyUrl: string
}

export type PrintInput = (CoursePrint | QuizPrint | ScorecardPrint | CertificatePrint) & {
  /** Local date on which it is printed, ISO 8601. */
  printedOn: string
}

export type PrintedDocument = { bytes: Uint8Array; pageCount: number; missing: MissingCharacter[] }

/** Makes PDFs in small steps, so that others get their turn in between. Never throws but the signal's reason and what a broken font file says. */
export type Printer = {
  /** @param onPages hears how many pages are done; printing waits for it. */
  print(
    input: PrintInput,
    onPages?: (pagesDone: number) => Promise<void>,
    signal?: AbortSignal,
  ): Promise<PrintedDocument>
}

// ---- jobs

export const PRINT_STATUSES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type PrintStatus = (typeof PRINT_STATUSES)[number]

/** `left`: the process that made it ended first. `broken`: anything else; the log says what. */
export type PrintFailure = 'left' | 'broken'

export type PrintJobRecord = {
  id: string
  personId: string
  organisationId: string
  kind: PrintKind
  subjectId: string
  status: PrintStatus
  pagesDone: number
  fileName: string
  missing: readonly MissingCharacter[]
  reason: PrintFailure | null
  createdAt: Date
  finishedAt: Date | null
}

/** A job belongs to one person; nobody else finds it. */
export type PrintStore = {
  /** Stores a waiting job and drops all but the newest `keep` ended ones of its person. */
  createJob(job: PrintJobRecord, keep: number): Promise<void>
  findJob(id: string, personId: string): Promise<PrintJobRecord | null>
  /** Newest first. */
  listJobs(personId: string, limit: number): Promise<PrintJobRecord[]>
  /** The finished PDF. */
  readPrint(id: string, personId: string): Promise<{ fileName: string; bytes: Uint8Array } | null>
  /** All of these change only a job that waits or runs, and tell whether it did. */
  noteProgress(id: string, pagesDone: number): Promise<boolean>
  finishJob(id: string, printed: PrintedDocument, finishedAt: Date): Promise<boolean>
  failJob(id: string, reason: PrintFailure, finishedAt: Date): Promise<boolean>
  cancelJob(id: string, personId: string, finishedAt: Date): Promise<boolean>
}

// ---- certificates

export const CERTIFICATE_KINDS = ['quiz', 'roleplay', 'course'] as const
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number]

export type CertificateRecord = {
  code: string
  personId: string
  organisationId: string
  /** As it was on the day of issue. */
  personName: string
  kind: CertificateKind
  subjectId: string
  title: string
  /** 0 to 100; null where there is no score. */
  points: number | null
  issuedAt: Date
}

export type CertificateStore = {
  /** @returns the one that the person has for this subject: the given one, or an older one. */
  addCertificate(certificate: CertificateRecord): Promise<CertificateRecord>
  findCertificate(code: string): Promise<CertificateRecord | null>
  findCertificateFor(personId: string, kind: CertificateKind, subjectId: string): Promise<CertificateRecord | null>
  /** Newest first. */
  listCertificates(personId: string): Promise<CertificateRecord[]>
}
