import type { Line, Persona } from '../persona/persona-schema'
import type { Scenario } from '../persona/scenario-schema'
import { createSeededRandom, type SeededRandom } from '../shared/seeded-random'
import type { ClientState, Intent, Move } from './client-state'
import { endTalk } from './finish-talk'
import { gatherMatters, type Matters } from './gather-matters'
import { splitSentences } from './split-sentences'
import { findUnsaidInOrder, findUnsaidLines, recordReply } from './unsaid-lines'

export type ComposeInput = {
  persona: Persona
  scenario: Scenario
  /** After directClient. */
  state: ClientState
  intent: Intent
  seed: string
  turnIndex: number
}

type Composing = { input: ComposeInput; matters: Matters; random: SeededRandom; said: Set<string> }
/** The words found for one move; a move that was left out has none. */
export type Piece = { move: Move; text: string }

/**
 * Finds the client's words for an intent among the persona's own lines (the embedded Actor). It decides nothing, but leaves out a mere
 * reaction or remark where the reply would grow longer than this client talks, and falls back to other lines where none is left.
 *
 * @returns `text` is never empty, ends with an end mark and repeats no sentence of the talk; `state` has them noted as said, and is ended
 * when not a single line was left.
 */
export function composeReply(input: ComposeInput): { text: string; state: ClientState; pieces: Piece[] } {
  const composing: Composing = {
    input,
    matters: gatherMatters(input.persona, input.scenario),
    random: createSeededRandom(`${input.seed}/words/${input.turnIndex}`),
    said: new Set(input.state.saidLines),
  }
  const pieces = pickPieces(composing)
  if (pieces.length === 0) return partForWantOfWords(composing)
  const kept = shortenPieces(pieces, input)
  const { text, filler } = joinPieces(kept, composing)
  const spoken = recordReply(input.persona, input.state, text)
  if (filler === '') return { text, state: spoken, pieces: kept }
  return {
    text,
    pieces: kept,
    state: {
      ...spoken,
      recentFillers: [...spoken.recentFillers.slice(1 - KEPT_FILLERS), { text: filler, turnIndex: input.turnIndex }],
    },
  }
}

function pickPieces(composing: Composing): Piece[] {
  const pieces: Piece[] = []
  const { moves } = composing.input.intent
  moves.forEach((move, i) => {
    const isLast = i === moves.length - 1
    const text = pickWords(composing, move, isLast)
    if (text === null) return
    pieces.push({ move, text })
    composing.said = new Set(
      recordReply(composing.input.persona, { ...composing.input.state, saidLines: [...composing.said] }, text)
        .saidLines,
    )
  })
  if (pieces.length > 0) return pieces
  const fallback = pickFallback(composing)
  return fallback === null ? [] : [{ move: { kind: 'remark' }, text: fallback }]
}

/** A question of the client's belongs at the end: an earlier piece with a question mark would be two questions at once. */
function pickWords(composing: Composing, move: Move, isLast: boolean): string | null {
  if (move.kind === 'tell-name') return findNameSentence(composing)
  const lines = findLines(composing, move)
  if (!lines) return null
  const { said, random, input } = composing
  if (move.kind === 'raise-worry') return findUnsaidInOrder(lines, said)
  const unsaid = findUnsaidLines(lines, said, input.state.trust)
  if (unsaid.length === 0) return null
  const settled = isLast ? unsaid : unsaid.filter((line) => !line.includes('？'))
  return pickEarly(settled.length > 0 ? settled : unsaid, random)
}

/** Lines made for the present trust stand first (unsaid-lines.ts) and are favoured. */
function pickEarly(lines: readonly string[], random: SeededRandom): string {
  return lines[Math.floor(random.next() ** 1.6 * lines.length)]!
}

/** 「我姓林」 for those addressed by their surname alone, else how people call them. */
function findNameSentence({ input, said }: Composing): string | null {
  const { address, name } = input.persona
  const text = /(?:先生|小姐|女士|太太)$/.test(address) ? `我姓${name.slice(0, 1)}。` : `大家都叫我${address}。`
  return findUnsaidInOrder([text], said)
}

/** Where the persona keeps the words of each move. */
function findLines({ input, matters }: Composing, move: Move): readonly Line[] | undefined {
  const { persona } = input
  const worry = 'worryId' in move ? matters.worries.find((each) => each.id === move.worryId) : undefined
  const question = 'questionId' in move ? matters.questions.find((each) => each.id === move.questionId) : undefined
  const hidden = 'hiddenId' in move ? matters.hidden.find((each) => each.id === move.hiddenId) : undefined
  const fact = 'topic' in move ? persona.facts.find((each) => each.topic === move.topic) : undefined
  switch (move.kind) {
    case 'react':
      return persona.reactions[move.reaction as keyof Persona['reactions']]
    case 'answer':
      return fact?.lines
    case 'deflect':
      return fact?.deflect
    case 'reveal':
      return hidden?.lines
    case 'deflect-hidden':
      return hidden?.deflect
    case 'asked-already':
      return persona.reactions.asked_already
    case 'unknown-question':
      return persona.reactions.unknown_question
    case 'tell-name':
      return undefined
    case 'raise-worry':
      return worry?.lines
    case 'settle-worry':
      return worry?.settled
    case 'worry-unsettled':
      return worry?.unsettled
    case 'ask':
      return question?.lines
    case 'ask-again':
      return question?.again
    case 'remark':
      return persona.remarks
    case 'stall':
      return persona.stall
    case 'agree':
      return persona.agree.lines
    case 'red-line':
      return persona.redLines.find((line) => line.code === move.code)?.lines
    case 'farewell':
      return persona.farewell[move.tone]
  }
}

/** Reactions that say little and fit most moments, for a client whose other lines are used up. */
const NEUTRAL_REACTIONS = ['hesitate', 'small_talk', 'silence', 'explained', 'answered', 'unknown_question'] as const

function pickFallback(composing: Composing): string | null {
  const { persona, state } = composing.input
  const shelves = [persona.remarks, persona.stall, ...NEUTRAL_REACTIONS.map((reaction) => persona.reactions[reaction])]
  for (const shelf of shelves) {
    const unsaid = findUnsaidLines(shelf ?? [], composing.said, state.trust)
    if (unsaid.length > 0) return composing.random.pick(unsaid)
  }
  return null
}

/** Nothing unsaid is left: the client takes leave. */
function partForWantOfWords(composing: Composing): ReturnType<typeof composeReply> {
  const { persona, state, turnIndex } = composing.input
  const tone = state.hasAgreed ? 'agreed' : state.trust >= 42 ? 'friendly' : 'cold'
  const all = [...persona.farewell[tone], ...Object.values(persona.farewell).flat()]
  const text = endWithMark(
    findUnsaidLines(all, composing.said, state.trust)[0] ?? findUnsaidInOrder(all, composing.said) ?? '……',
  )
  const spoken = recordReply(persona, state, text)
  return {
    text,
    pieces: [{ move: { kind: 'farewell', tone }, text }],
    state: spoken.ended ? spoken : endTalk(spoken, state.hasAgreed ? 'client-agreed' : 'client-done', turnIndex),
  }
}

/** Sentences a client says in one go, by how much they like to talk; on guard one less. */
function findMostSentences({ persona, state }: ComposeInput): number {
  const { talkativeness } = persona.temper
  const most = talkativeness < 35 ? 3 : talkativeness < 65 ? 4 : 5
  return state.trust < 35 ? most - 1 : most
}

/** What may go when a reply grows too long, in this order. What the state counts on (answers, questions, worries, decisions) stays. */
const OMISSIBLE: readonly Move['kind'][] = ['remark', 'react', 'deflect-hidden']
/** Reactions that answer something and therefore stay. */
const ANSWERING = new Set([
  'permission',
  'checked',
  'machine_talk',
  'ignored',
  'ignored_again',
  'rude',
  'pressed',
  'guaranteed',
  'misled',
])

function shortenPieces(pieces: Piece[], input: ComposeInput): Piece[] {
  const most = findMostSentences(input)
  let kept = pieces
  for (const kind of OMISSIBLE) {
    const isOver = kept.reduce((sum, piece) => sum + splitSentences(piece.text).length, 0) > most
    if (!isOver || kept.length === 1) break
    const rest = kept.filter(
      ({ move }) => move.kind !== kind || (move.kind === 'react' && ANSWERING.has(move.reaction)),
    )
    if (rest.length > 0) kept = rest
  }
  return kept
}

const BEGINS_WITH_SOUND =
  /^[喔哦噢欸誒唉哎嗯啊阿齁吼哈蛤呃咦哇唷嘿噯嗐痾]|^(?:對|好|不|沒|是|其實|那|這個|老實|講真|說真|坦白|跟你|我跟)/
const FILLER_CHANCE = 0.2
/** Fillers that take up or turn a thought; they fit before the client's own question or worry, not before an answer. */
const TURNING_FILLER = /等|所以|問|這樣|對|OK|結果|然後|不過|可是|但|好|哪|沒|無|不|免/
/** Longer fillers than this are words, and fit before a statement of the client's own only. */
const SOUND_LETTERS = 2
/** Turns without a filler after one, and how many are remembered so as not to come back soon. */
const FILLER_REST_TURNS = 2
const KEPT_FILLERS = 3
const CATCHPHRASE_CHANCE = 0.07

function joinPieces(pieces: readonly Piece[], composing: Composing): { text: string; filler: string } {
  const texts = pieces.map((piece) => endWithMark(piece.text.trim()))
  const first = texts[0]!
  const filler = pickFiller(composing, pieces[0]!, first)
  const text = [filler + first, ...texts.slice(1)].join('')
  return { text: text + pickCatchphrase(composing, pieces, text), filler }
}

/** A favourite saying at the end of an answer, rarely and each only once. */
function pickCatchphrase({ input, random, said }: Composing, pieces: readonly Piece[], text: string): string {
  const isCalm = pieces.at(-1)!.move.kind === 'answer' && input.state.trust >= 35 && input.state.patience >= 30
  if (random.next() >= CATCHPHRASE_CHANCE || !isCalm || text.includes('？')) return ''
  const unsaid = findUnsaidLines(input.persona.speech.catchphrases, said, input.state.trust)
  return unsaid.length > 0 ? endWithMark(random.pick(unsaid)) : ''
}

/** A small sound before the first sentence now and then; not before one that has its own, nor in a parting. */
function pickFiller({ input, random }: Composing, piece: Piece, first: string): string {
  const { fillers } = input.persona.speech
  const roll = random.next()
  const isParting = piece.move.kind === 'farewell' || piece.move.kind === 'red-line'
  // 「我跟你說，說實話」 would say it twice.
  const speaksOfSaying = /[說講]/.test(first.slice(0, 10))
  if (
    roll >= FILLER_CHANCE ||
    isParting ||
    BEGINS_WITH_SOUND.test(first) ||
    fillers.some((each) => first.startsWith(each))
  )
    return ''
  const isOwn = piece.move.kind === 'ask' || piece.move.kind === 'raise-worry' || piece.move.kind === 'remark'
  const { recentFillers } = input.state
  if ((recentFillers.at(-1)?.turnIndex ?? -FILLER_REST_TURNS) > input.turnIndex - FILLER_REST_TURNS) return ''
  const unused = fillers.filter((each) => !recentFillers.some((recent) => recent.text.startsWith(each.trim())))
  const fitting = unused
    .filter((each) => !(speaksOfSaying && /[說講]/.test(each)))
    .filter(
      (each) =>
        isOwn ||
        (!TURNING_FILLER.test(each) && (piece.move.kind === 'answer' || [...each].length <= SOUND_LETTERS + 1)),
    )
  if (fitting.length === 0) return ''
  const filler = random.pick(fitting).trim()
  const joined = /[，、…！。？～]$/.test(filler) ? filler : `${filler}，`
  // A filler that is a sentence of its own would be one that comes twice.
  return /[。！？]$/.test(joined) ? '' : joined
}

/** Lines end as speech does; a line without an end mark gets a full stop. */
function endWithMark(text: string): string {
  return /[。！？!?…～~][」』）)]?$/.test(text)
    ? text
    : /[，、；：]$/.test(text)
      ? `${text.slice(0, -1)}。`
      : `${text}。`
}
