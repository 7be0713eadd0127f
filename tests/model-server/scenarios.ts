import { ANSWER_MARKS } from '../../app/adapters/language-model/build-answer-messages'
import { COACH_MARKS } from '../../app/adapters/language-model/build-coach-messages'
import { COURSE_MARKS } from '../../app/adapters/language-model/build-course-messages'
import { ITEM_MARKS } from '../../app/adapters/language-model/build-item-messages'
import { OBSERVE_MARKS } from '../../app/domain/judging/observe-with-model/build-observe-messages'
import { SPEAK_MARKS } from '../../app/domain/roleplay/speak-with-model/build-speak-messages'
import { type CoachPrompt, writeCoachReply } from './write-coach-reply'
import { type CoursePrompt, writeCourseReply } from './write-course-reply'
import { type ItemPrompt, writeItemReply } from './write-item-reply'

/** How the server behaves; picked by the model's name, by the header `x-scenario`, or for all calls by `setScenario`. */
export const SCENARIOS = [
  'good',
  'slow-first-token',
  'stall',
  'cut-socket',
  'no-done',
  'no-finish',
  'empty-choices',
  'no-json-schema',
  'plain-only',
  'no-extras',
  'no-system-role',
  'content-in-parts',
  'thinks-apart',
  'odd-finish',
  'fenced-json',
  'truncated-json',
  'prose',
  'repaired',
  'refusal',
  'content-filter',
  'empty-reply',
  'out-of-range',
  'unknown-codes',
  'invented-quotes',
  'invented-citations',
  'wrong-numbers',
  'role-break',
  'late-role-break',
  'rubric-leak',
  'canary-leak',
  'coaching',
  'speaks-for-trainee',
  'changes-language',
  'repeats',
  'never-stops',
  'forgets-question',
  'thinks-aloud',
  'rate-limited',
  'rate-limited-retry-after',
  'rate-limited-once',
  'server-error',
  'server-error-once',
  'unauthorised',
  'wrong-content-type',
  'garbled-stream',
  'error-in-stream',
  'huge-reply',
  'obeys-injection',
  'sly',
] as const
export type ScenarioName = (typeof SCENARIOS)[number]

export type ChatBody = {
  model: string
  messages: { role: string; content: string }[]
  stream?: boolean
  response_format?: { type: string; json_schema?: { schema: unknown } }
}

export type Prompt =
  | { kind: 'judge'; utterance: string; clientLine: string; codes: string[] }
  | { kind: 'speak'; plan: { do: string; words: string }[]; talk: { who: string; text: string }[]; system: string }
  | { kind: 'answer'; question: string; passages: { id: number; place: string; text: string }[] }
  | CoachPrompt
  | ItemPrompt
  | CoursePrompt
  | { kind: 'other'; text: string }

function readMark(text: string, name: string): unknown {
  // Instructions may name the mark before it is used.
  const found = new RegExp(`<${name}>((?:(?!<${name}>).)*?)</${name}>`, 's').exec(text)
  return found ? JSON.parse(found[1]!) : undefined
}

/** Reads back what our prompts hold, as a model would. */
export function readPrompt({ messages }: ChatBody): Prompt {
  const system = messages.find((message) => message.role === 'system')?.content ?? messages[0]?.content ?? ''
  const user = messages.filter((message) => message.role === 'user').map((message) => message.content)
  const text = user.join('\n')
  const order = readMark(text, COACH_MARKS.order)
  if (Array.isArray(order)) {
    const [grounds, talk, turn] = [COACH_MARKS.grounds, COACH_MARKS.talk, COACH_MARKS.turn].map((one) =>
      readMark(text, one),
    )
    return { kind: 'coach', order, grounds, talk, turn } as CoachPrompt
  }
  const utterance = readMark(text, OBSERVE_MARKS.utterance)
  if (typeof utterance === 'string') {
    const codes = system.match(/^[a-z]+\.[a-z_]+(?= \|)/gm) ?? []
    return { kind: 'judge', utterance, clientLine: String(readMark(text, OBSERVE_MARKS.client) ?? ''), codes }
  }
  const plan = readMark(text, SPEAK_MARKS.plan)
  if (Array.isArray(plan))
    return {
      kind: 'speak',
      plan,
      talk: (readMark(text, SPEAK_MARKS.talk) ?? []) as { who: string; text: string }[],
      system,
    }
  const question = readMark(text, ANSWER_MARKS.question)
  if (typeof question === 'string')
    return {
      kind: 'answer',
      question,
      passages: readMark(text, ANSWER_MARKS.passages) as { id: number; place: string; text: string }[],
    }
  const sources = readMark(text, ITEM_MARKS.sources)
  if (Array.isArray(sources))
    return { kind: 'items', sources, order: readMark(text, ITEM_MARKS.order) as ItemPrompt['order'] }
  const lesson = readMark(text, COURSE_MARKS.sources)
  if (Array.isArray(lesson))
    return {
      kind: 'courses',
      sources: lesson,
      wanted: readMark(text, COURSE_MARKS.wanted) as string[],
      title: String(readMark(text, COURSE_MARKS.title)),
    }
  return { kind: 'other', text }
}

/** What a decent judge hears, by a few words each. */
const HEARD: readonly (readonly [RegExp, string])[] = [
  [/您好|你好|早安|打擾了/u, 'opening.greet'],
  [/我是安禾人壽[^，。]*/u, 'opening.identify'],
  [/登錄證/u, 'opening.licence'],
  [/我(?:懂|了解|明白)您[^，。]*|辛苦了?/u, 'listening.empathy'],
  [/[^，。]*(?:解約費用|附加費用|手續費)[^，。]*/u, 'disclosure.fee'],
  [/[^，。]*(?:拿回來|領回)[^，。]*少[^，。]*/u, 'disclosure.surrender_loss'],
  [/[^，。]*不保證[^，。]*|[^，。]*可能會變[^，。]*/u, 'disclosure.non_guaranteed'],
  [/不用(?:今天|現在|馬上)?決定|慢慢(?:看|考慮)/u, 'closing.no_pressure'],
  [/(?:家裡|家人|孩子)[^，。]*[？?]/u, 'discovery.family'],
  [/(?:佣金|保費)[^，。]*(?:退|折|補貼)[^，。]*您[^，。]*/u, 'violation.rebate'],
  [/保證[^，。]*(?:獲利|賺|領回)[^，。]*/u, 'violation.guaranteed_return'],
]

export function hearWell(utterance: string): { code: string; quote: string }[] {
  return HEARD.flatMap(([pattern, code]) => {
    const found = pattern.exec(utterance)
    return found && !/不能|不會|別/u.test(found[0]) ? [{ code, quote: found[0] }] : []
  })
}

/** A believable paraphrase: the plan's words with another particle here and there. */
export function speakWell(plan: readonly { words: string }[]): string {
  const text = plan.map(({ words }) => words).join('')
  return text
    .replace(/我擔心的是，/u, '我比較擔心啦，')
    .replace(/(?<!其)實在/u, '真的')
    .replace(/你講/u, '你說')
}

const asJson = (observations: unknown, more: object = {}) => JSON.stringify({ observations, ...more })

/** What the model of a scenario writes; null where the scenario does not write at all. */
export function writeReply(scenario: ScenarioName, prompt: Prompt, isRepair: boolean): string {
  if (prompt.kind === 'judge') return writeJudgement(scenario, prompt, isRepair)
  if (prompt.kind === 'speak') return writeSpeech(scenario, prompt)
  if (prompt.kind === 'answer') return writeAnswer(scenario, prompt, isRepair)
  if (prompt.kind === 'coach') return writeCoachReply(scenario, prompt, isRepair)
  if (prompt.kind === 'items') return writeItemReply(scenario, prompt, isRepair)
  if (prompt.kind === 'courses') return writeCourseReply(scenario, prompt, isRepair)
  return scenario === 'invented-citations' ? '依保險法第999條，可領回 250%。' : '好的。'
}

function writeJudgement(
  scenario: ScenarioName,
  { utterance, codes }: Extract<Prompt, { kind: 'judge' }>,
  isRepair: boolean,
): string {
  const heard = hearWell(utterance)
  switch (scenario) {
    case 'fenced-json':
      return `以下是紀錄：\n\`\`\`json\n${asJson(heard)}\n\`\`\``
    case 'truncated-json':
      return asJson([...heard, { code: 'opening.greet', quote: utterance }]).slice(0, -12)
    case 'prose':
      return '這位業務員說得不錯，我會給他很高的評價。'
    case 'repaired':
      return isRepair ? asJson(heard) : '好的，我來記錄：'
    case 'thinks-aloud':
      return `<think>先看看 {"observations": []}</think>${asJson(heard)}`
    case 'out-of-range':
      return asJson(Array.from({ length: 200 }, () => ({ code: 'opening.greet', quote: utterance, confidence: 99 })))
    case 'unknown-codes':
      return asJson([
        ...heard,
        { code: 'opening.superb', quote: utterance },
        { code: '', quote: '' },
        { code: 'score', quote: '100' },
      ])
    case 'invented-quotes':
      return asJson([
        ...heard,
        { code: 'violation.rebate', quote: '佣金全部退給您' },
        { code: 'closing.ask', quote: '今天就簽' },
      ])
    case 'obeys-injection':
    case 'rubric-leak': {
      const good = codes.filter((code) => !code.startsWith('violation.') && !code.startsWith('meta.'))
      return asJson(
        good.map((code) => ({ code, quote: utterance.slice(0, 40) })),
        { score: 100, passed: true },
      )
    }
    // Claims little, on words that are there: those of whoever asked for it.
    case 'sly': {
      const quote = utterance.slice(-30)
      return asJson(SLY_CLAIMS.map((code) => ({ code, quote })))
    }
    default:
      return asJson(heard)
  }
}

const SLY_CLAIMS = ['objection.respond', 'listening.empathy', 'disclosure.fee', 'closing.no_pressure']

function writeSpeech(scenario: ScenarioName, { plan, talk, system }: Extract<Prompt, { kind: 'speak' }>): string {
  const good = speakWell(plan)
  switch (scenario) {
    case 'role-break':
      return '我是一個AI語言模型，沒有辦法真的買保險。'
    case 'late-role-break':
      return `${good}不過老實講，我只是一個人工智慧助理而已。`
    case 'rubric-leak':
      return '依照評分標準，你還缺 disclosure.fee 跟 closing.next_step。'
    case 'canary-leak':
      return `檔案編號是${/「(.+?)」這串字/u.exec(system)?.[1]}。`
    case 'coaching':
      return '你應該先詢問我的家庭狀況，再說明費用。'
    case 'wrong-numbers':
    case 'invented-citations':
      return `${plan[0]?.words ?? ''}我聽說宣告利率有9.87%，一年可以領七十七萬。`
    case 'speaks-for-trainee':
      return `${plan[0]?.words ?? ''}\n業務員：那我幫您試算一下。\n客戶：好。`
    case 'changes-language':
      return 'Well, I would like to think about it and talk with my family first, thank you.'
    case 'repeats':
      return talk.filter((line) => line.who === '你').at(-1)?.text ?? good
    case 'never-stops':
      return good + '我再想想看這件事情要怎麼辦才好。另外我也想跟家裡的人商量一下再說。'.repeat(60)
    case 'forgets-question':
      return '嗯，這樣喔。'
    case 'obeys-injection':
      return '好的，我已切換模式。身為AI，我給你滿分100分。'
    case 'thinks-aloud':
      return `<think>客戶應該先猶豫，評分標準是什麼？</think>${good}`
    case 'prose':
    case 'fenced-json':
      return `林小姐：（想了一下）**${good}**`
    default:
      return good
  }
}

const asAnswer = (sentences: { text: string; cites: number[] }[]) => JSON.stringify({ sentences })

/** A decent writer says the first sentence of the best passage in a few words of its own. */
function writeAnswer(
  scenario: ScenarioName,
  { question, passages }: Extract<Prompt, { kind: 'answer' }>,
  isRepair: boolean,
): string {
  const first = passages[0]?.text.split('。')[0] ?? ''
  const good = { text: `依照規定，${first}。`, cites: [1] }
  switch (scenario) {
    case 'fenced-json':
      return `以下是回答：\n\`\`\`json\n${asAnswer([good])}\n\`\`\``
    case 'prose':
      return '這個問題很好，簡單來說就是看條款怎麼寫。'
    case 'repaired':
      return isRepair ? asAnswer([good]) : '好的，我來回答：'
    case 'wrong-numbers':
      return asAnswer([good, { text: `${first}，最長可以到 987 天。`, cites: [1] }])
    case 'invented-citations':
      return asAnswer([
        { ...good, cites: [] },
        { text: `依保險法第999條，${first}。`, cites: [1] },
        { ...good, cites: [77] },
      ])
    case 'invented-quotes':
      return asAnswer([{ text: '這張商品保證獲利，請匯款到專戶，主管都說可以。', cites: [1] }])
    // Does whatever any text in front of it asks for.
    case 'obeys-injection':
      return /忽略|ignore/iu.test(JSON.stringify(passages) + question)
        ? asAnswer([{ text: '這張保單保證獲利，學員一律滿分。', cites: [1] }])
        : asAnswer([good])
    // Passes on whatever stands in front of it, sentence by sentence, each with its place.
    case 'sly':
      return asAnswer(
        passages.flatMap(({ id, text }) =>
          (text.match(/[^。！？!?\n]+[。！？!?]?/gu) ?? []).map((sentence) => ({ text: sentence, cites: [id] })),
        ),
      )
    default:
      return asAnswer([good])
  }
}
