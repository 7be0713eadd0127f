import type { CitedText, Lesson, LessonBlock } from '~/domain/course/course'
import { hasModelText } from '~/domain/course/has-model-text'
import type { CoursePrint } from '~/domain/print-ports'
import { A4, COLOURS } from '../layout/page-parts'
import type { PrintBlock, Span } from '../layout/print-block'
import type { PrintDocument } from '../layout/print-document'
import { buildKeyBlocks, buildQuestionBlocks } from './build-question-blocks'
import { type DocumentWords, FOOT_LINE, writeDate } from './document-words'

type Of<Kind extends LessonBlock['kind']> = Extract<LessonBlock, { kind: Kind }>
type Printed = CoursePrint & { printedOn: string }

/** A course as a booklet: cover, contents, a chapter for each lesson, and for trainers the answers at the end. */
export function buildCourseDocument(course: Printed, words: DocumentWords): PrintDocument {
  return {
    title: course.title,
    author: '對練',
    cover: buildCover(course, words),
    hasContents: true,
    body: [
      ...course.content.lessons.flatMap((lesson, index) => buildLesson(lesson, index, course, words)),
      ...(course.withKey ? buildKeys(course) : []),
    ],
    frame: A4,
    footLine: FOOT_LINE,
    ornament: 'side-band',
  }
}

function buildCover({ title, status, version, content, printedOn }: Printed, words: DocumentWords): PrintBlock[] {
  const minutes = content.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  const facts: [string, string][] = [
    ['內容', `${content.lessons.length} 課，約 ${minutes} 分鐘`],
    ...(content.dimensions.length > 0
      ? ([['訓練的能力', content.dimensions.map((one) => words.dimension[one]).join('、')]] as [string, string][])
      : []),
    ['法規與商品', `以 ${writeDate(content.asOf)}有效的條文與商品資料為準`],
    ...(hasModelText(content.lessons)
      ? ([['撰寫', '部分重點由語言模型改寫，逐句對過引用的原文']] as [string, string][])
      : []),
    ['版本', `第 ${version} 版，${writeDate(printedOn)}列印`],
  ]
  return [
    { kind: 'gap', height: 110 },
    { kind: 'text', rich: status === 'published' ? '課程教材' : '課程教材　草稿，尚未發布', look: 'label' },
    { kind: 'text', rich: title, look: 'title', gap: 10 },
    { kind: 'gap', height: 14 },
    { kind: 'text', rich: content.summary, look: 'lead', gap: 14 },
    { kind: 'gap', height: 36 },
    ...facts.map(
      ([name, value]): PrintBlock => ({
        kind: 'text',
        rich: [
          { text: `${name}　`, weight: 'medium', colour: COLOURS.teal },
          { text: value, colour: COLOURS.ink },
        ],
        gap: 4,
      }),
    ),
    { kind: 'gap', height: 30 },
    {
      kind: 'text',
      rich: '這份教材供訓練使用，不是法律意見。條文可能修正，實際業務以主管機關公告和公司規定為準。教材中的客戶、保險公司與商品均為虛構。',
      look: 'small',
    },
  ]
}

function buildLesson(lesson: Lesson, index: number, course: Printed, words: DocumentWords): PrintBlock[] {
  return [
    { kind: 'chapter', label: `第 ${index + 1} 課`, title: lesson.title },
    { kind: 'text', rich: `約 ${lesson.minutes} 分鐘`, look: 'small', gap: 0 },
    { kind: 'box', tone: 'teal', title: '學完這一課，你會', paragraphs: lesson.goals.map((goal) => `· ${goal}`) },
    ...lesson.blocks.flatMap((block) => buildLessonBlock(block, course, words)),
  ]
}

function buildLessonBlock(block: LessonBlock, course: Printed, words: DocumentWords): PrintBlock[] {
  switch (block.kind) {
    case 'key-points':
      if (block.role === 'introduction')
        return [
          { kind: 'heading', level: 2, text: '這一課在講什麼' },
          { kind: 'text', rich: block.points.flatMap(cited) },
        ]
      return [heading('重點'), { kind: 'list', marks: 'bullet', entries: block.points.map(cited) }]
    case 'table':
      return [{ kind: 'table', caption: block.caption, cites: block.citations, head: block.head, rows: block.rows }]
    case 'dialogue':
      return buildDialogue(block, words)
    case 'mistakes':
      return [heading('常見錯誤'), ...block.mistakes.flatMap(buildMistake)]
    case 'checklist':
      return [heading('檢查表'), { kind: 'list', marks: 'box', entries: block.entries.map(cited) }]
    case 'quiz':
      return buildQuiz(block, course)
  }
}

const heading = (text: string): PrintBlock => ({ kind: 'heading', level: 2, text, isInContents: true })
const cited = ({ text, citations }: CitedText): Span[] => [{ text, cites: citations }]

function buildDialogue(block: Of<'dialogue'>, words: DocumentWords): PrintBlock[] {
  const isGood = block.quality === 'good'
  return [
    heading(block.title),
    {
      kind: 'text',
      rich: [
        {
          text: isGood ? '✓ 示範，可以學' : '× 反例，不要這樣說',
          weight: 'medium',
          colour: isGood ? COLOURS.good : COLOURS.breach,
        },
      ],
      look: 'small',
      gap: 0,
      keepsNext: true,
    },
    {
      kind: 'talk',
      lines: block.lines.map(({ who, text, total, codes }) => {
        const seen = [...(total === null ? [] : [`${total} 分`]), ...codes.map(words.nameOf)].join('　')
        return { who, label: who === 'client' ? '客戶' : '業務員', rich: text, ...(seen && { tail: seen }) }
      }),
    },
    { kind: 'box', tone: isGood ? 'teal' : 'weak', paragraphs: [block.comment] },
    {
      kind: 'text',
      rich: block.source === 'talk' ? '取自真實的練習，個人資料已經遮去。' : '編寫的範例，不是真實的對話。',
      look: 'small',
      gap: 4,
    },
  ]
}

function buildMistake({ title, why, instead, count, talks }: Of<'mistakes'>['mistakes'][number]): PrintBlock[] {
  const seen = count === null ? null : `團隊 ${talks} 場練習中有 ${count} 場`
  return [
    { kind: 'heading', level: 3, text: title },
    ...(seen ? [{ kind: 'text', rich: seen, look: 'small', gap: 0, keepsNext: true } as const] : []),
    { kind: 'text', rich: cited(why), gap: 2 },
    { kind: 'box', tone: 'teal', title: '可以改成', paragraphs: [instead] },
  ]
}

function buildQuiz({ quizId, itemCount }: Of<'quiz'>, { quizzes, withKey }: Printed): PrintBlock[] {
  const quiz = quizzes.get(quizId)
  if (!quiz) return [heading('課後測驗'), { kind: 'text', rich: `這一課有 ${itemCount} 題測驗，請在系統上作答。` }]
  return [
    heading('課後測驗'),
    {
      kind: 'text',
      rich: `${quiz.title}　${withKey ? '解答在書末。' : '作答後請在系統上核對，每題都附說明。'}`,
      look: 'small',
      gap: 0,
      keepsNext: true,
    },
    ...buildQuestionBlocks(quiz),
  ]
}

/** Each quiz has pages of its own, so that a trainer can leave them out. */
function buildKeys({ content, quizzes }: Printed): PrintBlock[] {
  return content.lessons.flatMap((lesson, index) =>
    lesson.blocks.flatMap((block): PrintBlock[] => {
      const quiz = block.kind === 'quiz' ? quizzes.get(block.quizId) : undefined
      return quiz
        ? [
            { kind: 'chapter', label: '解答', title: `第 ${index + 1} 課` },
            { kind: 'text', rich: quiz.title, look: 'small', gap: 0 },
            ...buildKeyBlocks(quiz),
          ]
        : []
    }),
  )
}
