import type { Actor } from '../../domain/governance/authorise'
import type { ItemContent, ItemResponse } from '../../domain/quiz/item'
import type { ItemFilter } from '../../domain/quiz/quiz-ports'
import { type AnswerPlace, answerItem } from './answer-item'
import { listStaleItems } from './find-stale-items'
import { importItems, listItems, readItem, saveItem, setItemStatus, writeItem } from './keep-items'
import { createMakings } from './keep-makings'
import {
  createQuiz,
  describeQuiz,
  listExamPapers,
  listQuizzes,
  publishQuiz,
  type QuizChange,
  readQuiz,
  retireQuiz,
  setQuizItems,
  updateQuiz,
} from './keep-quizzes'
import { listComingReviews } from './list-coming-reviews'
import { type MakeQuizInput, makeQuiz } from './make-quiz'
import type { NamedActor, QuizDeps } from './quiz-deps'
import { type QuizSettings, readSettings, saveSettings } from './quiz-settings'
import { listAttempts, listQuizResults, readAnalysis } from './read-quiz-results'
import { countDue, startAttempt, startReview } from './start-attempt'
import { finishAttempt, readAttempt, takeAtOnce } from './take-attempt'

/** Everything the routes need of items, quizzes and attempts. */
export function createQuizServices(deps: QuizDeps) {
  const makings = createMakings(deps)
  return {
    /** The same `requestId` again, also at once, gives the same quiz. */
    makeQuiz: (actor: NamedActor, { requestId, ...input }: MakeQuizInput) =>
      requestId === undefined ? makeQuiz(deps, actor, input) : makings.finish(actor, { ...input, requestId }),
    startMaking: makings.start,
    readMaking: makings.read,

    listItems: (actor: Actor, filter: ItemFilter, page: { offset: number; limit: number }) =>
      listItems(deps, actor, filter, page),
    readItem: (actor: Actor, id: string) => readItem(deps, actor, id),
    saveItem: (actor: NamedActor, id: string, expectedVersion: number, content: ItemContent) =>
      saveItem(deps, actor, id, expectedVersion, content),
    writeItem: (actor: NamedActor, content: ItemContent) => writeItem(deps, actor, content),
    setItemStatus: (actor: NamedActor, ids: readonly string[], status: Parameters<typeof setItemStatus>[3]) =>
      setItemStatus(deps, actor, ids, status),
    listStaleItems: (actor: Actor) => listStaleItems(deps, actor),
    importItems: (
      actor: NamedActor,
      items: readonly ItemContent[],
      from: { fileName: string; title?: string | undefined },
    ) => importItems(deps, actor, items, from),

    createQuiz: (actor: Actor, input: Parameters<typeof createQuiz>[2]) => createQuiz(deps, actor, input),
    listQuizzes: (actor: Actor) => listQuizzes(deps, actor),
    describeQuiz: (actor: Actor, id: string) => describeQuiz(deps, actor, id),
    readQuiz: (actor: Actor, id: string) => readQuiz(deps, actor, id),
    updateQuiz: (actor: Actor, id: string, change: QuizChange) => updateQuiz(deps, actor, id, change),
    setQuizItems: (actor: Actor, id: string, itemIds: readonly string[]) => setQuizItems(deps, actor, id, itemIds),
    publishQuiz: (actor: Actor, id: string) => publishQuiz(deps, actor, id),
    retireQuiz: (actor: Actor, id: string) => retireQuiz(deps, actor, id),
    examPapers: (actor: Actor) => listExamPapers(deps, actor),

    startAttempt: (actor: Actor, quizId: string, mode: Parameters<typeof startAttempt>[3]) =>
      startAttempt(deps, actor, quizId, mode),
    takeAtOnce: (actor: Actor, quizId: string, input: Parameters<typeof takeAtOnce>[3]) =>
      takeAtOnce(deps, actor, quizId, input),
    readAttempt: (actor: Actor, attemptId: string) => readAttempt(deps, actor, attemptId),
    answerItem: (actor: Actor, attemptId: string, place: AnswerPlace, response: ItemResponse) =>
      answerItem(deps, actor, attemptId, place, response),
    finishAttempt: (actor: Actor, attemptId: string) => finishAttempt(deps, actor, attemptId),
    startReview: (actor: Actor) => startReview(deps, actor),
    countDue: (actor: Actor) => countDue(deps, actor),
    listComingReviews: (actor: Actor) => listComingReviews(deps, actor),
    listAttempts: (actor: Actor) => listAttempts(deps, actor),
    listResults: (actor: Actor) => listQuizResults(deps, actor),
    readAnalysis: (actor: Actor, quizId: string) => readAnalysis(deps, actor, quizId),

    readSettings: (actor: Actor) => readSettings(deps, actor),
    saveSettings: (actor: Actor, settings: QuizSettings) => saveSettings(deps, actor, settings),
  }
}
