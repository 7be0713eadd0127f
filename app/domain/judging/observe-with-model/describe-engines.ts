import { describeSpeech, type Speech } from '../../roleplay/speak-with-model/describe-speech'
import type { MergedPerception } from './merge-perceptions'

/** Who listened to a turn of a talk on a language model; `failure` says why the embedded judge was alone. */
export type Listening = { by: 'both' | 'embedded'; failure: string | null }

/**
 * @param perceptions as stored with the turn.
 * @returns null for a turn of the embedded engine, and for one that nobody could judge.
 */
export function readListening(perceptions: { merged?: MergedPerception; speech?: Speech }): Listening | null {
  const { merged, speech } = perceptions
  if (merged?.status === 'perceived')
    return { by: merged.modelFailure === null ? 'both' : 'embedded', failure: merged.modelFailure }
  // No model was asked: personal data that stays here, or a trainee who did not wait.
  if (merged === undefined && speech?.by === 'embedded' && isOwn(speech))
    return { by: 'embedded', failure: speech.replaced }
  return null
}

function isOwn(speech: Speech): boolean {
  const note = describeSpeech(speech)
  return note === 'data' || note === 'chosen'
}

/** What the trainee is told about the engines of a turn. */
export type EngineNote =
  | 'away'
  | 'broke-off'
  | 'unusable'
  | 'budget'
  | 'data'
  | 'chosen'
  | 'back'
  | 'judge-away'
  | 'judge-budget'
  | 'judge-back'
  | 'both-away'
  | 'both-budget'
  | 'both-back'

export type EngineTurn = { speech: Speech | null; listening: Listening | null }

type Condition = 'well' | 'away' | 'budget' | 'unusable' | 'broke-off'
type Change = Exclude<Condition, 'well'> | 'back' | null

const UNUSABLE: ReadonlySet<string> = new Set([
  'not-json',
  'wrong-shape',
  'refusal',
  'content-filter',
  'empty',
  'too-long',
  'too-large',
  'bad-request',
])

function judgeCondition({ failure }: Listening): Condition {
  if (failure === null) return 'well'
  if (failure.startsWith('budget-')) return 'budget'
  return UNUSABLE.has(failure) ? 'unusable' : 'away'
}

/** A model that is away, or whose budget is used up, comes back; a single useless answer is only passed over. */
function findChange(before: Condition, now: Condition): Change {
  if (now === before) return null
  if (now !== 'well') return now
  return before === 'away' || before === 'budget' ? 'back' : null
}

function joinChanges(speaker: Change, judge: Change): EngineNote[] {
  if (speaker === judge && (speaker === 'away' || speaker === 'budget' || speaker === 'back'))
    return [`both-${speaker}`]
  const ofJudge: EngineNote[] =
    judge === null ? [] : [judge === 'budget' || judge === 'back' ? `judge-${judge}` : 'judge-away']
  return speaker === null ? ofJudge : [speaker, ...ofJudge]
}

/**
 * What to tell the trainee at each turn of a talk on a language model: once when the model stops speaking or listening, and once when it is back. What is the
 * trainee's own doing (`data`, `chosen`) is told each time, and changes nothing of the rest.
 *
 * @returns a list for each turn, empty where there is nothing to say.
 */
export function describeEngines(turns: readonly EngineTurn[]): EngineNote[][] {
  let speaker: Condition = 'well'
  let judge: Condition = 'well'
  return turns.map(({ speech, listening }) => {
    const note = speech && describeSpeech(speech)
    if (note === 'data' || note === 'chosen') return [note]
    const before = { speaker, judge }
    if (speech) speaker = note ?? 'well'
    if (listening) judge = judgeCondition(listening)
    return joinChanges(findChange(before.speaker, speaker), findChange(before.judge, judge))
  })
}

/** How many turns the embedded engine took alone, in whole or in part. */
export type EngineShare = { turns: number; heardByEmbedded: number; spokenByEmbedded: number }

/** @returns null where there is nothing to say. */
export function countEngineShare(turns: readonly EngineTurn[]): EngineShare | null {
  const heardByEmbedded = turns.filter((turn) => turn.listening?.by === 'embedded').length
  const spokenByEmbedded = turns.filter((turn) => turn.speech?.by === 'embedded').length
  if (heardByEmbedded + spokenByEmbedded === 0) return null
  return { turns: turns.length, heardByEmbedded, spokenByEmbedded }
}
