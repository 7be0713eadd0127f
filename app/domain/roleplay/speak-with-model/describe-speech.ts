import { REPLY_FAULTS } from './reply-faults'

/** Who found the words of a reply; stored with the turn. */
export type Speech = {
  by: 'model' | 'embedded'
  /** Why the model's words are not all of the reply: a fault, a failure, or `chosen`, `blocked`, `ended`; null when they are. */
  replaced: string | null
}

/** What a reply says of the model that should have spoken it. */
export type SpeechNote = 'away' | 'broke-off' | 'unusable' | 'budget' | 'data' | 'chosen'

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
/** Reasons that are not the server's. */
const OWN_REASONS: Readonly<Record<string, SpeechNote>> = { blocked: 'data', chosen: 'chosen', ended: 'chosen' }

/** @returns null when there is nothing to say: the model spoke, or the rules mended a word of it. */
export function describeSpeech({ by, replaced }: Speech): SpeechNote | null {
  if (replaced === null) return null
  if (by === 'model') return UNUSABLE.has(replaced) || replaced === 'unsaid' ? null : 'broke-off'
  if (replaced.startsWith('budget-')) return 'budget'
  return OWN_REASONS[replaced] ?? (UNUSABLE.has(replaced) ? 'unusable' : 'away')
}
