import type { LedgerEntry, Moment, Scorecard } from '~/domain/judging/score-types'
import type { ScorecardPrint } from '~/domain/print-ports'
import { A4, COLOURS } from '../layout/page-parts'
import type { PrintBlock, Rich, Span } from '../layout/print-block'
import type { PrintDocument } from '../layout/print-document'
import { type DocumentWords, FOOT_LINE, writeDate } from './document-words'
import { buildDimensionChart, buildOverallChart, buildTimeline } from './draw-scorecard-charts'

type Printed = ScorecardPrint & { printedOn: string }
type Scored = Extract<Scorecard, { status: 'scored' }>

const heading = (text: string): PrintBlock => ({ kind: 'heading', level: 2, text, isInContents: true })

/** The result of a talk, most important first, with the whole talk at the end. */
export function buildScorecardDocument(input: Printed, words: DocumentWords): PrintDocument {
  const { card } = input
  return {
    title: `${input.traineeName}的成績：${input.scenarioTitle}`,
    author: '對練',
    cover: null,
    hasContents: false,
    body: [
      {
        kind: 'chapter',
        title: `${input.traineeName}的成績`,
        label: `${input.clientName}　${input.scenarioTitle}`,
        running: '成績',
      },
      { kind: 'text', rich: describeTalk(input), look: 'small', gap: 0 },
      ...(card.status === 'scored' ? buildResult(card, input, words) : buildNoResult(card.reason)),
      heading('整場的變化'),
      buildTimeline(input.turns, card),
      ...(card.status === 'scored' ? buildMoments(card.moments) : []),
      ...buildViolations(card, words),
      ...buildLedger(card.ledger),
      ...buildUntold(input),
      heading('這次最好的收尾'),
      { kind: 'text', rich: input.rightOutcome },
      ...(card.status === 'scored' ? buildNext(card, words) : []),
      ...buildHowMade(input, words),
      { kind: 'chapter', title: '逐句紀錄' },
      buildTurnTable(input),
    ],
    frame: A4,
    footLine: FOOT_LINE,
  }
}

const describeTalk = ({ mode, heldOn, turns, printedOn }: Printed) =>
  [mode === 'exam' ? '驗收' : '練習', writeDate(heldOn), `共 ${turns.length} 句`, `${writeDate(printedOn)}列印`].join(
    '　·　',
  )

function buildResult(card: Scored, { passMark }: Printed, words: DocumentWords): PrintBlock[] {
  const lowestCap = card.caps.length > 0 ? Math.min(...card.caps.map((cap) => cap.limit)) : null
  return [
    { kind: 'text', rich: [{ text: card.headline.zh, weight: 'medium' }], look: 'lead', gap: 12 },
    buildOverallChart(card, passMark),
    { kind: 'text', rich: card.reason.zh, gap: 2 },
    ...(lowestCap === null
      ? []
      : [
          {
            kind: 'text',
            rich: [{ text: `有違規，總分最高 ${lowestCap} 分。`, weight: 'medium', colour: COLOURS.breach }],
            gap: 2,
          } as const,
        ]),
    ...buildOverallItems(card, words),
    heading('八項能力'),
    { kind: 'text', rich: '每項 1 到 5 級；沒機會展現的不列入平均。', look: 'small', gap: 0, keepsNext: true },
    buildDimensionChart(card.dimensions, words),
  ]
}

const signed = (points: number) => (points > 0 ? `+${points}` : String(points))

function buildOverallItems(card: Scored, words: DocumentWords): PrintBlock[] {
  if (card.items.length < 2) return []
  const sum = card.items.map((item) => `${words.nameOf(item.code)} ${signed(item.points)}`).join('；')
  return [{ kind: 'text', rich: `總分怎麼算的：${sum}。`, look: 'small', gap: 4 }]
}

const buildNoResult = (reason: string): PrintBlock[] => [
  {
    kind: 'box',
    tone: 'weak',
    title: '這次沒有總分',
    paragraphs: [
      '有一句教練沒能評分，所以不給總分，免得給你一個不準的數字。已經看到的違規和該說的事照樣列在下面。',
      [{ text: reason, size: 9, colour: COLOURS.soft }],
    ],
  },
]

const MOMENTS: Record<Moment['kind'], { title: string; tone: 'teal' | 'breach' | 'weak' }> = {
  best: { title: '最好的一刻', tone: 'teal' },
  costliest: { title: '代價最大的一刻', tone: 'breach' },
  missed: { title: '錯過的機會', tone: 'weak' },
}

function buildMoments(moments: readonly Moment[]): PrintBlock[] {
  if (moments.length === 0) return []
  return [
    heading('值得記住的時刻'),
    ...moments.map(
      ({ kind, turnIndex, quote, zh }): PrintBlock => ({
        kind: 'box',
        tone: MOMENTS[kind].tone,
        title: `${MOMENTS[kind].title}　第 ${turnIndex + 1} 句`,
        paragraphs: [...(quote ? [`「${quote}」`] : []), zh],
      }),
    ),
  ]
}

const SEVERITIES = { minor: '輕微', major: '嚴重', critical: '非常嚴重' }

function buildViolations({ violations }: Scorecard, words: DocumentWords): PrintBlock[] {
  if (violations.length === 0) return [heading('違規'), { kind: 'text', rich: '這次沒有看到違規。' }]
  return [
    heading('違規'),
    ...violations.map(
      ({ code, severity, turnIndex, quote, cite }): PrintBlock => ({
        kind: 'box',
        tone: 'breach',
        title: `${words.nameOf(code)}（${SEVERITIES[severity]}）`,
        paragraphs: [
          `第 ${turnIndex + 1} 句你說「${quote}」`,
          ...(cite.length > 0 ? [`依據：${cite.join('、')}`] : []),
        ],
      }),
    ),
  ]
}

const STATUSES: Record<LedgerEntry['status'], { name: string; colour: string; order: number }> = {
  missed: { name: '× 已錯過', colour: COLOURS.breach, order: 0 },
  met: { name: '✓ 已說明', colour: COLOURS.good, order: 1 },
  open: { name: '– 沒有機會說', colour: COLOURS.soft, order: 2 },
}

function buildLedger(ledger: readonly LedgerEntry[]): PrintBlock[] {
  if (ledger.length === 0) return [heading('該說的事'), { kind: 'text', rich: '這次沒有非說不可的事。' }]
  const sorted = [...ledger].sort((a, b) => STATUSES[a.status].order - STATUSES[b.status].order)
  return [
    heading('該說的事'),
    {
      kind: 'table',
      head: ['結果', '事項', '說了什麼，或為什麼要說', '依據'],
      rows: sorted.map((entry) => [
        [{ text: STATUSES[entry.status].name, colour: STATUSES[entry.status].colour, weight: 'medium' }],
        describeDuty(entry),
        entry.status === 'met' && entry.quote
          ? `${entry.metAtTurn === null ? '' : `第 ${entry.metAtTurn + 1} 句 `}「${entry.quote}」`
          : entry.whyZh,
        [entry.cite.join('、'), entry.noteZh].filter(Boolean).join('\n') || '–',
      ]),
    },
  ]
}

function describeDuty({ zh, force, isRequired }: LedgerEntry): Rich {
  const remarks = [force === 'law' ? '法規' : '好做法', ...(isRequired ? ['通過必備'] : [])].join('，')
  return [
    { text: zh, weight: 'medium' },
    { text: `（${remarks}）`, colour: COLOURS.soft },
  ] satisfies Span[]
}

function buildUntold({ untold }: Printed): PrintBlock[] {
  const title = heading('客戶一直沒告訴你的事')
  if (untold.length === 0) return [title, { kind: 'text', rich: '客戶想說的，你都聽到了。' }]
  return [
    title,
    {
      kind: 'list',
      marks: 'bullet',
      entries: untold.map(({ note, opener }) => [
        { text: note, weight: 'medium' as const },
        { text: `\n可以這樣問：${opener}`, colour: COLOURS.soft },
      ]),
    },
  ]
}

function buildNext({ practiseNext }: Scored, words: DocumentWords): PrintBlock[] {
  if (practiseNext.length === 0) return []
  return [
    heading('接下來練什麼'),
    {
      kind: 'list',
      marks: 'bullet',
      entries: practiseNext.map(({ dimension, zh }) => [
        { text: `${words.dimension[dimension]}　`, weight: 'medium' as const },
        { text: zh },
      ]),
    },
  ]
}

function buildHowMade({ card, engine, seed, hintsUsed, asOf, passMark }: Printed, words: DocumentWords): PrintBlock[] {
  const versions = card.status === 'scored' ? card.versions : null
  const version = (value: number | null) => (value === null ? '–' : `第 ${value} 版`)
  const rows = [
    ['誰來聽', versions?.engine ?? engine],
    ...(versions
      ? [
          ['評分規則', version(versions.rubric)],
          ['觀察項目', version(versions.catalogue)],
          ['情境', version(versions.scenario)],
          ['客戶', version(versions.persona)],
        ]
      : []),
    ['法規與商品日期', writeDate(versions?.asOf ?? asOf)],
    ['通過分數', `${passMark} 分`],
    ['用過的提示', `${hintsUsed} 次`],
    ['種子碼', `${seed}\n${words.how.seedText}`],
  ]
  return [
    heading('這個分數怎麼來的'),
    { kind: 'text', rich: words.how.perceive },
    { kind: 'table', head: ['項目', '內容'], rows },
    {
      kind: 'box',
      tone: 'plain',
      title: '使用限制',
      paragraphs: [words.how.limitRaters, words.how.limitLaw, words.how.limitMachine],
    },
  ]
}

const buildTurnTable = ({ turns }: Printed): PrintBlock => ({
  kind: 'table',
  head: ['句', '業務員說', '客戶回應', '分數', '信任'],
  rows: turns.map((turn) => [
    String(turn.turnIndex + 1),
    turn.text,
    turn.replyText,
    turn.total === null ? '未評分' : String(turn.total),
    String(Math.round(turn.trust)),
  ]),
})
