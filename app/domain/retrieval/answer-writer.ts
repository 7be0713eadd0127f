import type { SourcePassage } from './answer-question'

export type WriteRequest = {
  question: string
  /** Best first; what the answer may use. */
  passages: readonly SourcePassage[]
}

/** A sentence and the passages that it says it stands on. Nobody has checked either. */
export type WrittenSentence = { text: string; passageIds: readonly string[] }

export type Written =
  | { status: 'written'; sentences: readonly WrittenSentence[] }
  | { status: 'failed'; reason: string }
  /** The organisation keeps the question here. */
  | { status: 'blocked' }
