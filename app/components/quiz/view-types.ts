import type { Ability, ItemFault, ItemOrigin, ItemStatus, ItemType } from '~/domain/quiz/item'
import type { AttemptMode, PublishStatus, QuizOrigin } from '~/domain/quiz/quiz-ports'
import type { Dimension } from '~/domain/shared/dimensions'
import type { ClientView } from '../face/view-types'

// ---- quizzes

export type ResultView = {
  attemptId: string
  mode: AttemptMode
  /** 0 to 100 with one decimal, never rounded up: 59.96 is no 60. */
  percent: number
  passed: boolean | null
  at: string
}
export type OpenAttemptView = { attemptId: string; title: string; mode: AttemptMode; answered: number; total: number }
export type QuizCardView = {
  id: string
  title: string
  status: PublishStatus
  origin: QuizOrigin['kind']
  itemCount: number
  minutes: number | null
  passPercent: number
  /** Made for the reader alone. */
  isForMe: boolean
  best: ResultView | null
  last: ResultView | null
}

// ---- an answered item

export type Outcome = 'right' | 'partly' | 'wrong' | 'none'

/** An item with its key and, where there is one, somebody's answer (`given` null where there is none). */
export type AnsweredParts =
  | { type: 'choice'; options: { id: string; text: string; isKey: boolean; isChosen: boolean; reason: string }[] }
  | { type: 'true-false'; given: boolean | null; isTrue: boolean; reason: string }
  | { type: 'cloze'; blanks: { given: string | null; isRight: boolean; accepted: string[] }[] }
  | {
      type: 'matching'
      pairs: { left: string; right: string; given: string | null; isRight: boolean }[]
      extraRights: string[]
    }
  | { type: 'ordering'; steps: { text: string /** From 1. */; givenPlace: number | null; isRight: boolean }[] }
  | {
      type: 'short-answer'
      given: string | null
      points: { accepted: string[]; isMet: boolean }[]
      modelAnswer: string
    }

export type CitationView = { passageId: string; label: string; quote: string | null }
export type AnsweredView = {
  itemId: string
  type: ItemType
  stem: string
  situation: string | null
  clientSays: string | null
  client: ClientView | null
  isUnreviewed: boolean
  /** False where only the key is shown. */
  hasResponse: boolean
  outcome: Outcome
  parts: AnsweredParts
  explanation: string
  citations: CitationView[]
}

// ---- taking a quiz

export type QuestionView = {
  itemId: string
  type: ItemType
  stem: string
  situation: string | null
  clientSays: string | null
  client: ClientView | null
  options: { id: string; text: string }[]
  lefts: string[]
  rights: string[]
  steps: string[]
  isUnreviewed: boolean
}
/** What stands in the form when it opens: an answer given before, or what was typed and not taken. */
export type GivenAnswer = {
  optionIds: string[]
  isTrue: boolean | null
  words: string[]
  rights: (string | null)[]
  steps: string[]
  text: string
}
export type PlayerView = {
  attemptId: string
  title: string
  mode: AttemptMode
  total: number
  /** From 0. */
  position: number
  question: QuestionView
  given: GivenAnswer
  /** For every position whether an answer is stored. */
  answered: boolean[]
  /** In practice and review, once this one is answered. */
  result: AnsweredView | null
  deadline: string | null
  /** The server's clock when it answered: the reader's own may be wrong. */
  now: string
}
export type NextStep =
  | { kind: 'review'; due: number; href: string }
  | { kind: 'talk'; title: string; href: string; client: ClientView }
  | { kind: 'lesson'; title: string; href: string }
export type AttemptResultView = {
  attemptId: string
  quizId: string | null
  title: string
  mode: AttemptMode
  points: number
  maxPoints: number
  percent: number
  passed: boolean | null
  passPercent: number | null
  startedAt: string
  finishedAt: string
  isMine: boolean
  /** `dueAt`: when it comes back; null for what was right, and for others' attempts. */
  items: (AnsweredView & { dueAt: string | null })[]
  nextSteps: NextStep[]
}

// ---- the item bank

export type ItemRowView = {
  id: string
  stem: string
  type: ItemType
  status: ItemStatus
  origin: ItemOrigin
  ability: Ability
  difficulty: 1 | 2 | 3
  version: number
  source: string | null
  isStale: boolean
  canChange: boolean
}
export type FaultView = ItemFault
export type StaleView = { citedPassageId: string; currentPassageId: string | null; label: string }
export type ItemEventView = {
  version: number
  action: 'made' | 'edited' | 'approved' | 'retired' | 'restored'
  personName: string
  at: string
}
/** A cited passage in full, for comparing; `text` null when it is not in the knowledge base. */
export type SourceView = CitationView & { text: string | null; isStale: boolean; currentPassageId: string | null }

/** An item as a form holds it: everything a text, nothing checked yet. Several spellings stand one in a line. */
export type ItemDraft = {
  /** How the key is calculated, as JSON; '' where it is not. */
  calculation: string
  type: ItemType
  stem: string
  explanation: string
  difficulty: 1 | 2 | 3
  ability: Ability
  dimension: Dimension | null
  citations: { passageId: string; label: string; quote: string }[]
  options: { id: string; text: string; isKey: boolean; reason: string }[]
  situation: string
  clientSays: string
  scenarioId: string
  isTrue: boolean
  reason: string
  blanks: string[]
  pairs: { left: string; right: string }[]
  extraRights: string
  steps: string[]
  modelAnswer: string
  points: string[]
}
/** Path of a field (`options.1.text`) to reason key. */
export type DraftFaults = Readonly<Record<string, string>>

// ---- making and reviewing a quiz

export type PlacedRowView = { itemId: string; stem: string; status: ItemStatus; type: ItemType }
export type Choice = { value: string; label: string }
