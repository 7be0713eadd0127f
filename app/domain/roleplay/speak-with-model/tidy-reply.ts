import type { ReplyFault } from './reply-faults'

export type Labels = {
  /** What a model puts before the client's own words; left out. */
  own: readonly string[]
  /** What would begin the trainee's words. */
  trainee: readonly string[]
}

export const TRAINEE_LABELS = [
  '業務員',
  '業務',
  '顧問',
  '理專',
  '專員',
  '經理',
  'agent',
  'advisor',
  'adviser',
  'user',
  'human',
  'trainee',
  'system',
  '系統',
  '旁白',
] as const

/** A stage direction (「（嘆氣）」) longer than this is none. */
const MOST_ASIDE = 40
const OPENING_MARK = /[（(【[]/u
const CLOSING_MARK = /[）)】\]]/u
const DROPPED = /[*#`_\n\r]/u

export type Tidied = { text: string; rest: string; atLineStart: boolean; fault: ReplyFault | null }

/** What stands next: so many letters, of which `text` is kept; or nothing can be said yet. */
type Step = { letters: number; text: string; startsLine: boolean | null } | 'undecided' | 'trainee'

/**
 * Takes off what a model writes around the words: its own name and a colon, stage directions in brackets, marks of Markdown, line breaks.
 * Incremental: what cannot be decided yet stays in `rest`.
 *
 * @param atLineStart whether `pending` begins a line or a sentence.
 * @param isEnd nothing more comes.
 */
export function tidyReply(pending: string, labels: Labels, atLineStart: boolean, isEnd: boolean): Tidied {
  let [text, at, isStart] = ['', 0, atLineStart]
  while (at < pending.length) {
    const step = takeStep(pending.slice(at), labels, isStart, isEnd)
    if (step === 'undecided') break
    if (step === 'trainee') return { text, rest: '', atLineStart: isStart, fault: 'speaks-for-trainee' }
    at += step.letters
    text += step.text
    isStart = step.startsLine ?? isStart
  }
  return { text, rest: pending.slice(at), atLineStart: isStart, fault: null }
}

function takeStep(left: string, labels: Labels, isStart: boolean, isEnd: boolean): Step {
  const label = isStart ? readLabel(left, labels, isEnd) : 0
  if (typeof label === 'string') return label
  if (label > 0) return { letters: label, text: '', startsLine: true }
  const character = left[0]!
  if (OPENING_MARK.test(character)) {
    const end = findAsideEnd(left)
    if (end === null && left.length <= MOST_ASIDE && !isEnd) return 'undecided'
    return { letters: end ?? 1, text: '', startsLine: null }
  }
  if (DROPPED.test(character)) return { letters: 1, text: '', startsLine: character === '\n' ? true : null }
  return { letters: 1, text: character, startsLine: startsLine(character) }
}

/** @returns null for what changes nothing, such as a closing quotation mark. */
function startsLine(character: string): boolean | null {
  if (/[。！？!?]/u.test(character)) return true
  return /[\s」』”"～~…]/u.test(character) ? null : false
}

function findAsideEnd(text: string): number | null {
  for (let i = 1; i < Math.min(text.length, MOST_ASIDE); i++) if (CLOSING_MARK.test(text[i]!)) return i + 1
  return null
}

/** @returns the length of an own label with its colon, 0 when no label stands here. */
function readLabel(text: string, labels: Labels, isEnd: boolean): number | 'trainee' | 'undecided' {
  const words = text.trimStart().replace(/^[*【[]+/u, '')
  const skipped = text.length - words.length
  for (const name of labels.trainee) {
    const length = matchLabel(words, name, isEnd)
    if (length !== 0) return length === 'undecided' ? length : 'trainee'
  }
  for (const name of labels.own) {
    const length = matchLabel(words, name, isEnd)
    if (length !== 0) return length === 'undecided' ? length : skipped + length
  }
  return 0
}

/** @returns the length of the name with its colon; 0 when it is another word. */
function matchLabel(words: string, name: string, isEnd: boolean): number | 'undecided' {
  const begun = words.slice(0, name.length).toLowerCase()
  if (!name.startsWith(begun)) return 0
  if (begun.length < name.length) return isEnd ? 0 : 'undecided'
  const after = /^[*】\]\s]*([:：]?)/u.exec(words.slice(name.length))!
  const length = name.length + after[0].length
  if (after[1] !== '') return length
  return words.length === length && !isEnd ? 'undecided' : 0
}
