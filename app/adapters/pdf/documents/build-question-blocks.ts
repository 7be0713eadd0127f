import type { ItemCitation, ItemContent } from '~/domain/quiz/item'
import { ITEM_TYPE_NAMES } from '~/domain/quiz/item-type-names'
import type { FullQuiz, ItemQuestion, PlacedItem } from '~/domain/quiz/quiz-ports'
import { showQuestion } from '~/domain/quiz/show-question'
import { COLOURS } from '../layout/page-parts'
import type { PrintBlock, Rich, Span } from '../layout/print-block'

const LETTERS = 'ABCDEFGHIJKLMNOP'
const letter = (index: number) => LETTERS[index] ?? '?'
const SHORT_ANSWER_LINES = 4

type Printed = { number: number; item: PlacedItem; question: ItemQuestion }

/** The items of a paper in the order in which they are printed; paper and key of one quiz agree, as both depend on its seed alone. */
function listPrinted(quiz: FullQuiz): Printed[] {
  return quiz.items.map((item, position) => ({
    number: position + 1,
    item,
    question: showQuestion(item.content, {
      itemId: item.itemId,
      version: item.version,
      position,
      seed: quiz.seed,
      isUnreviewed: item.status === 'draft',
    }),
  }))
}

/** The questions with room for the answers; nothing tells the key. */
export function buildQuestionBlocks(quiz: FullQuiz): PrintBlock[] {
  return listPrinted(quiz).map(({ number, question }) => ({
    kind: 'together',
    blocks: buildQuestion(number, question),
  }))
}

function buildQuestion(number: number, question: ItemQuestion): PrintBlock[] {
  const kind: Span = { text: `【${ITEM_TYPE_NAMES[question.type]}】`, weight: 'medium', colour: COLOURS.soft }
  const stem: Span[] = [
    { text: question.stem, weight: 'medium' },
    ...(question.isUnreviewed ? [{ text: '（未經教練審核）', colour: COLOURS.weak, size: 9 }] : []),
  ]
  const numbered = (rich: Rich): PrintBlock => ({ kind: 'list', marks: [`${number}.`], entries: [rich] })
  const opening: PrintBlock[] =
    question.type === 'situation'
      ? [
          numbered([kind, { text: question.situation ?? '' }]),
          { kind: 'box', tone: 'clay', paragraphs: [`客戶說：「${question.clientSays ?? ''}」`] },
          { kind: 'text', rich: stem, indent: 20, gap: 8 },
        ]
      : [numbered([kind, ...stem])]
  return [...opening, ...buildAnswerSpace(question), { kind: 'gap', height: 12 }]
}

const lettered = (texts: readonly string[]): PrintBlock => ({
  kind: 'list',
  marks: texts.map((_, index) => `(${letter(index)})`),
  entries: texts,
  isTight: true,
  indent: 20,
})

function buildAnswerSpace(question: ItemQuestion): PrintBlock[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'situation':
      return [lettered((question.options ?? []).map((option) => option.text))]
    case 'true-false':
      return [{ kind: 'text', rich: '（　　）對　　（　　）錯', indent: 20 }]
    case 'matching':
      return [
        {
          kind: 'table',
          head: ['題目', '填代號', '選項'],
          rows: listMatching(question),
        },
      ]
    case 'ordering':
      return [
        lettered(question.steps ?? []),
        { kind: 'text', rich: `正確順序：${(question.steps ?? []).map(() => '（　　）').join(' → ')}`, indent: 20 },
      ]
    case 'short-answer':
      return [{ kind: 'answer-lines', count: SHORT_ANSWER_LINES }]
    default:
      return []
  }
}

function listMatching({ lefts = [], rights = [] }: ItemQuestion): Rich[][] {
  return Array.from({ length: Math.max(lefts.length, rights.length) }, (_, index) => [
    lefts[index] ?? '',
    lefts[index] === undefined ? '' : '（　　）',
    rights[index] === undefined ? '' : `(${letter(index)}) ${rights[index]}`,
  ])
}

// ---- the key

/** The answers at a glance, then each with its reasons and its sources. */
export function buildKeyBlocks(quiz: FullQuiz): PrintBlock[] {
  const printed = listPrinted(quiz)
  return [...buildKeyTable(printed), ...printed.flatMap(buildAnswer)]
}

const PER_ROW = 5

/** Only answers that fit a cell: letters, ○ and ×. */
function buildKeyTable(printed: readonly Printed[]): PrintBlock[] {
  const rows: string[][] = []
  for (let at = 0; at < printed.length; at += PER_ROW)
    rows.push(
      Array.from({ length: PER_ROW }, (_, column) => {
        const one = printed[at + column]
        return one ? `${one.number}. ${writeShortKey(one.item.content, one.question)}` : ''
      }),
    )
  return rows.length === 0
    ? []
    : [
        {
          kind: 'table',
          caption: '答案一覽',
          head: rows[0]!.map((_, index) => (index === 0 ? '題號與答案' : '')),
          rows,
        },
      ]
}

function listKeyLetters(content: ItemContent, question: ItemQuestion): string[] {
  if (!('options' in content)) return []
  const keys = new Set(content.options.filter((option) => option.isKey).map((option) => option.id))
  return (question.options ?? []).flatMap((option, index) => (keys.has(option.id) ? [letter(index)] : []))
}

function writeShortKey(content: ItemContent, question: ItemQuestion): string {
  switch (content.type) {
    case 'single':
    case 'multiple':
    case 'situation':
      return listKeyLetters(content, question).join(content.type === 'multiple' ? '、' : ' 或 ')
    case 'true-false':
      return content.isTrue ? '對' : '錯'
    case 'matching':
      return content.pairs
        .map((pair, index) => `${index + 1}–${letter((question.rights ?? []).indexOf(pair.right))}`)
        .join('、')
    case 'ordering':
      return content.steps.map((step) => letter((question.steps ?? []).indexOf(step))).join('→')
    case 'cloze':
      return content.blanks.map((blank) => blank.accepted[0]).join('、')
    case 'short-answer':
      return '見說明'
  }
}

function buildAnswer({ number, item, question }: Printed): PrintBlock[] {
  const { content } = item
  return [
    {
      kind: 'together',
      blocks: [
        {
          kind: 'list',
          marks: [`${number}.`],
          entries: [[{ text: content.stem, weight: 'medium' }]],
        },
        { kind: 'text', rich: writeKey(content, question), indent: 20, gap: 2 },
      ],
    },
    ...buildExplanation(content),
    ...buildReasons(content, question),
    { kind: 'gap', height: 10 },
  ]
}

const answer = (text: string): Span[] => [
  { text: '答案：', weight: 'medium', colour: COLOURS.teal },
  { text, weight: 'medium', colour: COLOURS.teal },
]

function writeKey(content: ItemContent, question: ItemQuestion): Span[] {
  switch (content.type) {
    case 'single':
    case 'multiple':
    case 'situation': {
      const texts = new Map(content.options.map((option) => [option.id, option]))
      const keys = (question.options ?? []).flatMap((option, index) =>
        texts.get(option.id)?.isKey ? [`(${letter(index)}) ${option.text}`] : [],
      )
      return answer(keys.join(content.type === 'multiple' ? '；' : '；或 '))
    }
    case 'cloze':
      return answer(content.blanks.map((blank) => blank.accepted.join('／')).join('；'))
    case 'short-answer':
      return [
        ...answer(content.modelAnswer),
        {
          text: `\n評分重點：${content.points.map((point) => point.accepted.join('／')).join('；')}`,
          colour: COLOURS.soft,
        },
      ]
    default:
      return answer(writeShortKey(content, question))
  }
}

function buildExplanation({
  explanation,
  citations,
}: {
  explanation: string
  citations: readonly ItemCitation[]
}): PrintBlock[] {
  if (!explanation && citations.length === 0)
    return [{ kind: 'text', rich: '題庫來源沒有附說明。', look: 'small', indent: 20, gap: 2 }]
  const source: Span =
    citations.length > 0 ? { text: explanation || '依據見註。', cites: citations } : { text: explanation }
  return [{ kind: 'text', rich: [source], indent: 20, gap: 2 }]
}

/** Why each wrong option is wrong, where the source says so. */
function buildReasons(content: ItemContent, question: ItemQuestion): PrintBlock[] {
  if (content.type === 'true-false')
    return content.reason ? [{ kind: 'text', rich: content.reason, look: 'small', indent: 20, gap: 2 }] : []
  if (!('options' in content)) return []
  const options = new Map(content.options.map((option) => [option.id, option]))
  return (question.options ?? []).flatMap(({ id }, index): PrintBlock[] => {
    const option = options.get(id)
    return option && !option.isKey && option.reason
      ? [{ kind: 'text', rich: `(${letter(index)}) ${option.reason}`, look: 'small', indent: 20, gap: 1 }]
      : []
  })
}
