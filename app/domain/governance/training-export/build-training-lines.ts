import type { Persona } from '../../persona/persona-schema'
import type { Scenario } from '../../persona/scenario-schema'
import type { StoredTalk } from '../../ports'
import { EMPTY_MASK_MEMORY, type MaskMemory } from '../mask-personal-data/mask-memory'
import { maskPersonalData } from '../mask-personal-data/mask-personal-data'
import { createNameMask } from './mask-names'

/** `chat`: whole talks as messages, for fine-tuning; `preference`: a better wording against what was said. */
export const EXPORT_FORMATS = ['chat', 'preference'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]
/** Whose words the model is to learn. */
export const EXPORT_SIDES = ['agent', 'client'] as const
export type ExportSide = (typeof EXPORT_SIDES)[number]

type Message = { role: 'system' | 'user' | 'assistant'; content: string }
export type TrainingLine =
  | { messages: Message[]; source: TrainingSource }
  | { prompt: Message[]; chosen: Message[]; rejected: Message[]; source: TrainingSource }
/** Where a line comes from, without whose it is. */
type TrainingSource = { scenario: string; turnIndex: number | null; score: number | null }

export type ExportedTalk = { talk: StoredTalk; scenario: Scenario; persona: Persona }

/** Many trainers of models want the user first. */
const WAITING = '（對方在等你先開口。）'

/**
 * One approved talk as lines of a training file, without personal data and names.
 *
 * @param side matters to `chat` only: a preference is always about the agent's words.
 * @returns one line for `chat`; for `preference` one for each turn with a wording that the same judge scored higher.
 */
export function buildTrainingLines(
  input: ExportedTalk,
  { format, side }: { format: ExportFormat; side: ExportSide },
): TrainingLine[] {
  const mask = createTalkMask(input)
  return format === 'chat' ? [buildChatLine(input, side, mask)] : buildPreferences(input, mask)
}

/** One memory for the talk, so that the same value has the same placeholder throughout. */
function createTalkMask({ talk, persona }: ExportedTalk): (text: string) => string {
  const own = talk.turns.map((turn) => turn.text)
  const maskNames = createNameMask([talk.owner.name], own, [persona.name, persona.address])
  let memory: MaskMemory = EMPTY_MASK_MEMORY
  return (text) => {
    const masked = maskPersonalData(text, memory)
    memory = masked.memory
    return maskNames(masked.masked)
  }
}

function describeAgent({ scenario, persona }: ExportedTalk): string {
  const known = scenario.briefing.known.map((each) => each.zh).join('；')
  return `你是保險業務員，正在拜訪客戶${persona.name}。場合：${scenario.briefing.where.zh}。目標：${scenario.briefing.goal.zh}。已知：${known}。`
}

function describeClient({ scenario, persona }: ExportedTalk): string {
  return `你是${persona.name}，${persona.age}歲，${persona.occupation.zh}，住${persona.place.zh}。場合：${scenario.briefing.where.zh}。保險業務員來找你談，你是客戶。`
}

/** The talk as messages up to a turn (without it). */
function buildMessages(
  { talk }: ExportedTalk,
  upTo: number,
  side: ExportSide,
  mask: (text: string) => string,
): Message[] {
  const [agent, client] = side === 'agent' ? (['assistant', 'user'] as const) : (['user', 'assistant'] as const)
  const { openingText } = talk.roleplay
  const opening = openingText === null ? [] : [{ role: client, content: mask(openingText) }]
  const turns = talk.turns.slice(0, upTo).flatMap((turn) => [
    { role: agent, content: mask(turn.text) },
    { role: client, content: mask(turn.replyText) },
  ])
  const messages: Message[] = [...opening, ...turns]
  return messages[0]?.role === 'user' ? messages : [{ role: 'user', content: WAITING }, ...messages]
}

function buildChatLine(input: ExportedTalk, side: ExportSide, mask: (text: string) => string): TrainingLine {
  const { talk, scenario } = input
  const system = side === 'agent' ? describeAgent(input) : describeClient(input)
  const card = talk.roleplay.scorecard
  return {
    messages: [{ role: 'system', content: system }, ...buildMessages(input, talk.turns.length, side, mask)],
    source: { scenario: scenario.id, turnIndex: null, score: card?.status === 'scored' ? card.overall : null },
  }
}

function buildPreferences(input: ExportedTalk, mask: (text: string) => string): TrainingLine[] {
  return input.talk.turns.flatMap((turn, i): TrainingLine[] => {
    const { score } = turn
    if (score.status !== 'scored' || score.betterWording === null || score.betterWording.total <= score.total) return []
    const prompt: Message[] = [
      { role: 'system', content: describeAgent(input) },
      ...buildMessages(input, i, 'agent', mask),
    ]
    return [
      {
        prompt,
        chosen: [{ role: 'assistant', content: mask(score.betterWording.text) }],
        rejected: [{ role: 'assistant', content: mask(turn.text) }],
        source: { scenario: input.scenario.id, turnIndex: i, score: score.total },
      },
    ]
  })
}
