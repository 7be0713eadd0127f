import { REPLY_FAULTS } from './reply-faults'

/** Who found the words of a reply; stored with the turn. */
export type Speech = {
  by: 'model' | 'embedded'
  /** Why the model's words are not all of the reply: a fault, a failure, or `chosen`, `blocked`, `ended`; null when they are. */
  replaced: string | null
}

/** What the trainee is told about who spoke. */
export const ENGINE_NOTES = ['away', 'broke-off', 'unusable', 'budget', 'data', 'chosen', 'back'] as const
export type EngineNote = (typeof ENGINE_NOTES)[number]

/** The model answered, but not with words that a client may say. */
const UNUSABLE: ReadonlySet<string> = new Set([
  ...REPLY_FAULTS,
  'too-long',
  'too-large',
  'refusal',
  'content-filter',
  'empty',
  'bad-request',
])
/** Reasons that are not the server's: a model is not "back" after them. */
const OWN_REASONS: Readonly<Record<string, EngineNote>> = { blocked: 'data', chosen: 'chosen', ended: 'chosen' }

const wasAway = ({ by, replaced }: Speech) =>
  replaced !== null &&
  !UNUSABLE.has(replaced) &&
  !(replaced in OWN_REASONS) &&
  (by === 'embedded' || replaced !== 'unsaid')

/**
 * What to tell the trainee about a reply of a talk on a language model.
 *
 * @param speech null for a turn of the embedded engine.
 * @param before of the turn before; null at the start.
 * @returns null when there is nothing to say: the model spoke, or the rules mended a word of it.
 */
export function describeSpeech(speech: Speech | null, before: Speech | null): EngineNote | null {
  if (speech === null) return null
  const { by, replaced } = speech
  if (by === 'model') {
    if (wasAway(speech)) return 'broke-off'
    return before !== null && before.by === 'embedded' && wasAway(before) ? 'back' : null
  }
  if (replaced === null) return null
  if (replaced.startsWith('budget-')) return 'budget'
  return OWN_REASONS[replaced] ?? (UNUSABLE.has(replaced) ? 'unusable' : 'away')
}
