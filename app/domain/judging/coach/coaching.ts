import type { Localised } from '../../shared/localised'
import type { TalkLine } from '../../shared/observation'

/** A passage that advice may lean on, in force on the day of the talk. `place` is how people write it. */
export type GroundPassage = { id: string; place: string; text: string }

/** What the rules decided to say about a turn, for somebody who finds better words for it and decides nothing. */
export type CoachRequest = {
  utterance: string
  /** The talk before the utterance, oldest first. */
  talk: readonly TalkLine[]
  client: { age: number | null; address: string | null }
  /** At most two; `text` is the embedded coach's own. */
  advice: readonly { code: string; name: Localised; text: Localised }[]
  passages: readonly GroundPassage[]
}

/** Unchecked words of a model. `cites` counts the request's passages from 1; a number that none has is an invented citation. */
export type WrittenAdvice = { code: string; zh: string; en: string; cites: readonly number[] }

export type CoachReply =
  | {
      status: 'written'
      advice: readonly WrittenAdvice[]
      /** Whole turns that the trainee might have said. */
      wordings: readonly string[]
      /** Items of the reply that could not be read or were not asked for. */
      unreadable: number
    }
  | { status: 'failed'; reason: string }

/** Why a piece of the model's is not shown. */
export type CoachFault =
  | 'language'
  | 'length'
  | 'markup'
  | 'instruction'
  | 'rubric'
  | 'role'
  | 'person'
  | 'number'
  | 'article'
  | 'cover'
  | 'citation'
  | 'praise'
  | 'breach'
  | 'not-better'
  | 'not-asked'
  | 'unreadable'

/**
 * What became of the model's words, for the trainer who reviews. `written`: all advice is the model's; `partly`: some of it, or the better
 * wording; `replaced`: nothing, with the reason of the call or `unusable` when no piece passed the checks.
 */
export type Coaching = {
  status: 'written' | 'partly' | 'replaced'
  reason: string | null
  dropped: Partial<Record<CoachFault, number>>
}
