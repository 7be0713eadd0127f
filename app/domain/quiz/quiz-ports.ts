import type { ItemAnalysis } from './analyse-items'
import type { Ability, ItemContent, ItemOrigin, ItemResponse, ItemSource, ItemStatus, ItemType } from './item'

/** Whose it is: an organisation's id, or null for everybody's. */
export type OwnerId = string | null

// ---- writing

export type WriteItemsInput = {
  sources: readonly ItemSource[]
  count: number
  types: readonly ItemType[]
  /** Same sources, count, types and seed: the same items (embedded engine). */
  seed: string
  /** Stems that exist already; nothing near to one of them is written again. */
  existingStems: readonly string[]
}
/** `rejected` counts candidates by the fault that ruled them out. Fewer items than asked for is no failure: `items` are all that the sources bear. */
export type WrittenItems =
  | { status: 'written'; items: ItemContent[]; rejected: Readonly<Record<string, number>> }
  | { status: 'failed'; reason: string }
/** Writes items from sources, each checked by `checkItem`. Never throws, save the signal's reason. */
export type ItemWriter = {
  /** @param onWritten hears how many items there are so far, for writers that take their time. */
  write(
    input: WriteItemsInput,
    signal?: AbortSignal,
    scope?: WriteScope,
    onWritten?: (count: number) => void,
  ): Promise<WrittenItems>
}
/** Whose call it is and what their organisation lets out, for writers on a model. */
export type WriteScope = { userId: string; dataPolicy: 'mask' | 'block' | 'allow' }

// ---- the item bank

export type ItemRecord = {
  id: string
  organisationId: OwnerId
  status: ItemStatus
  origin: ItemOrigin
  version: number
  documentId: string | null
  createdAt: Date
  createdById: string | null
  content: ItemContent
}
export type ItemEventRecord = {
  version: number
  action: 'made' | 'edited' | 'approved' | 'retired' | 'restored'
  personName: string
  at: Date
}
export type ItemCount = { status: ItemStatus; origin: ItemOrigin; count: number }
export type ItemFilter = {
  status?: ItemStatus | undefined
  origin?: ItemOrigin | undefined
  type?: ItemType | undefined
  documentId?: string | undefined
  ability?: Ability | undefined
  /** In the stem. */
  words?: string | undefined
}

// ---- quizzes and papers

/** How a quiz came to be. */
export type QuizOrigin =
  | { kind: 'documents'; documentIds: readonly string[] }
  | { kind: 'topic'; topic: string }
  | { kind: 'scenario'; scenarioId: string }
  | { kind: 'chosen' }
  | { kind: 'remedy'; personId: string | null; codes: readonly string[] }
  /** Ends a lesson of a course that is not for one person. */
  | { kind: 'course'; courseTitle: string }
  | { kind: 'import'; fileName: string }
  /** A paper of the national exam; `year` of the Republic. */
  | { kind: 'exam'; year: number; section: string; branch: string }
export type PublishStatus = 'draft' | 'published' | 'retired'
export type QuizRecord = {
  id: string
  organisationId: OwnerId
  title: string
  status: PublishStatus
  origin: QuizOrigin
  timeLimitMinutes: number | null
  /** 0 to 100. */
  passPercent: number
  seed: string
  createdAt: Date
  createdById: string | null
}
export type QuizSummary = QuizRecord & { itemCount: number }
/** `status` is that of this version: one that was approved stays so, whatever became of the item, unless it was retired. */
export type PlacedItem = { itemId: string; version: number; status: ItemStatus; content: ItemContent }
export type FullQuiz = QuizRecord & { items: readonly PlacedItem[] }

// ---- attempts

/** Practice explains after each answer; exam keeps to its time and explains at the end; review is what spaced repetition asks for today. */
export type AttemptMode = 'practice' | 'exam' | 'review'
export type AttemptRecord = {
  id: string
  quizId: string | null
  personId: string
  mode: AttemptMode
  seed: string
  /** In the order shown. */
  items: readonly { itemId: string; version: number }[]
  startedAt: Date
  /** Answers are taken until then; null without a time limit. */
  deadline: Date | null
  finishedAt: Date | null
  /** Sum of the answers' points; null until finished. */
  points: number | null
  maxPoints: number
  passed: boolean | null
}
export type AnswerRecord = {
  position: number
  itemId: string
  itemVersion: number
  response: ItemResponse
  /** 0 to 1. */
  points: number
  answeredAt: Date
}
export type StoredAttempt = AttemptRecord & {
  answers: readonly AnswerRecord[]
  owner: { personId: string; organisationId: string; teamId: string | null; name: string }
}

/** `card` is the scheduler's own state. */
export type ReviewRecord = { itemId: string; dueAt: Date; card: unknown }
/** When to show an item again (FSRS). */
export type ReviewScheduler = {
  /** @param before null for an item that was never missed. @param points 0 to 1, of the answer just given. */
  next(before: unknown | null, points: number, now: Date): { card: unknown; dueAt: Date }
}

/** All of one answer that item analysis needs: only the first finished attempt of each person counts. */
export type ScoredAnswer = {
  attemptId: string
  itemId: string
  itemVersion: number
  points: number
  response: ItemResponse
}

export type QuizStore = {
  /** Stores items with version 1, all or nothing. */
  addItems(items: readonly (ItemRecord & { personName: string })[]): Promise<void>
  /** Only what the viewer may see: their organisation's and everybody's. */
  findItem(id: string, viewer: OwnerId): Promise<(ItemRecord & { events: ItemEventRecord[] }) | null>
  /** Their content in these versions, in this order; what is unknown is left out. */
  findPlacedItems(items: readonly { itemId: string; version: number }[]): Promise<PlacedItem[]>
  listItems(
    viewer: OwnerId,
    filter: ItemFilter,
    page: { offset: number; limit: number },
  ): Promise<{ items: ItemRecord[]; total: number }>
  countItems(viewer: OwnerId): Promise<ItemCount[]>
  /** Items in their current versions that cite one of these passages, retired ones too; oldest first. */
  listItemsOn(viewer: OwnerId, passageIds: readonly string[]): Promise<PlacedItem[]>
  /** @returns `conflict` when the item has another version by now: nothing is stored then. */
  saveItemVersion(
    id: string,
    expectedVersion: number,
    content: ItemContent,
    by: { personId: string; name: string; at: Date },
  ): Promise<'stored' | 'conflict'>
  setItemStatus(
    ids: readonly string[],
    status: ItemStatus,
    by: { personId: string; name: string; at: Date },
  ): Promise<void>
  /** Items whose current version cites an article of a document. */
  listItemsCiting(
    documentId: string,
    viewer: OwnerId,
  ): Promise<{ itemId: string; stem: string; status: ItemStatus; passageId: string; article: string | null }[]>
  /** Of current versions that are not retired. */
  listCitedPassages(viewer: OwnerId): Promise<{ itemId: string; passageId: string; stem: string; status: ItemStatus }[]>

  /**
   * Stores a quiz with the items that were made for it, all or nothing.
   *
   * @returns `known` when there is a quiz of this id already: nothing is stored then.
   */
  createQuiz(
    quiz: QuizRecord,
    items: readonly { itemId: string; version: number }[],
    newItems?: readonly (ItemRecord & { personName: string })[],
  ): Promise<'stored' | 'known'>
  /** A draft follows the current versions of its items; publishing keeps them as they are then. */
  findQuiz(id: string, viewer: OwnerId): Promise<FullQuiz | null>
  listQuizzes(viewer: OwnerId): Promise<QuizSummary[]>
  updateQuiz(
    id: string,
    change: Partial<Pick<QuizRecord, 'title' | 'status' | 'timeLimitMinutes' | 'passPercent'>>,
  ): Promise<void>
  /** Replaces the items of a draft. */
  setQuizItems(id: string, items: readonly { itemId: string; version: number }[]): Promise<void>

  createAttempt(attempt: AttemptRecord): Promise<void>
  /**
   * Stores an attempt unless its person has one of the same quiz and mode open, with time left: two calls at once open one.
   *
   * @returns the id of the one that is open now.
   */
  openAttempt(attempt: AttemptRecord): Promise<string>
  findAttempt(id: string): Promise<StoredAttempt | null>
  /** Unfinished first, then newest. */
  listAttempts(personId: string, limit: number): Promise<(AttemptRecord & { title: string | null; answered: number })[]>
  /** The first answer to a position stays. @returns `ended` when the attempt is finished. */
  saveAnswer(attemptId: string, answer: AnswerRecord): Promise<'stored' | 'kept' | 'ended'>
  /** As `saveAnswer`, but a later answer takes the place of an earlier one (exam). */
  replaceAnswer(attemptId: string, answer: AnswerRecord): Promise<'stored' | 'ended'>
  /**
   * Ends an attempt and keeps what is to be seen again, both or neither.
   *
   * @returns `changed` when `points` is not the sum of the stored answers: another one has come in meanwhile.
   */
  finishAttempt(
    id: string,
    result: { points: number; passed: boolean | null; finishedAt: Date; reviews: readonly ReviewRecord[] },
  ): Promise<'stored' | 'ended' | 'changed'>
  listScoredAnswers(quizId: string, scope: { organisationId: string; teamId: string | null }): Promise<ScoredAnswer[]>
  listAttemptResults(
    scope: { organisationId: string; teamId: string | null },
    limit: number,
  ): Promise<(AttemptRecord & { title: string | null; personName: string })[]>

  /** Who of the scope has passed which of these quizzes, and when first. */
  listFirstPasses(
    quizIds: readonly string[],
    scope: { organisationId: string; teamId: string | null },
  ): Promise<{ quizId: string; personId: string; passedAt: Date }[]>

  listDueReviews(personId: string, now: Date, limit: number): Promise<ReviewRecord[]>
  countDueReviews(personId: string, now: Date): Promise<number>
  findReview(personId: string, itemId: string): Promise<ReviewRecord | null>
  saveReview(personId: string, review: ReviewRecord, now: Date): Promise<void>
}

// ---- what the pages see

/** An item as it is shown before it is answered: nothing in it tells the key. */
export type ItemQuestion = {
  itemId: string
  version: number
  position: number
  type: ItemType
  stem: string
  situation?: string
  clientSays?: string
  /** Whose client says it, where that is known. */
  scenarioId?: string
  /** Shuffled by the attempt's seed. */
  options?: readonly { id: string; text: string }[]
  blanks?: number
  lefts?: readonly string[]
  rights?: readonly string[]
  steps?: readonly string[]
  /** Not yet reviewed by a trainer, and marked as such. */
  isUnreviewed: boolean
}
/** The same item after its answer. */
export type ItemResult = {
  question: ItemQuestion
  content: ItemContent
  response: ItemResponse | null
  /** 0 to 1; 0 where no answer was given. */
  points: number
}
export type AttemptView = {
  attempt: AttemptRecord
  title: string
  questions: readonly ItemQuestion[]
  answers: readonly { position: number; response: ItemResponse }[]
  /** In practice: of each answered position; after the end: of all. */
  results: readonly ItemResult[]
}
export type QuizAnalysis = { quiz: FullQuiz; analysis: ItemAnalysis }
