import type { QuizPrint } from '~/domain/print-ports'
import type { FullQuiz } from '~/domain/quiz/quiz-ports'
import { A4 } from '../layout/page-parts'
import type { PrintBlock } from '../layout/print-block'
import type { PrintDocument } from '../layout/print-document'
import { buildKeyBlocks, buildQuestionBlocks } from './build-question-blocks'
import { FOOT_LINE, writeDate } from './document-words'

/** A paper to be taken by hand, or its answer key. */
export function buildQuizDocument({ kind, quiz, printedOn }: QuizPrint & { printedOn: string }): PrintDocument {
  const isKey = kind === 'answer-key'
  const draft = quiz.status === 'draft' ? '（草稿）' : ''
  const title = isKey ? `${quiz.title}：解答${draft}` : `${quiz.title}${draft}`
  return {
    title,
    author: '對練',
    cover: null,
    hasContents: false,
    body: [
      {
        kind: 'chapter',
        title,
        label: isKey ? '教練用，請勿發給作答者' : '測驗卷',
        running: isKey ? '解答' : '測驗卷',
      },
      { kind: 'text', rich: describeQuiz(quiz, printedOn), look: 'small', gap: 0 },
      ...(isKey ? buildKeyBlocks(quiz) : buildPaper(quiz)),
    ],
    frame: A4,
    footLine: FOOT_LINE,
  }
}

function buildPaper(quiz: FullQuiz): PrintBlock[] {
  return [
    { kind: 'fill-in', labels: ['姓名', '單位', '日期', '得分'] },
    { kind: 'gap', height: 6 },
    { kind: 'rule' },
    ...buildQuestionBlocks(quiz),
  ]
}

const describeQuiz = (quiz: FullQuiz, printedOn: string) =>
  [
    `共 ${quiz.items.length} 題`,
    quiz.timeLimitMinutes === null ? '不限時間' : `${quiz.timeLimitMinutes} 分鐘`,
    `答對 ${quiz.passPercent}% 通過`,
    `${writeDate(printedOn)}列印`,
  ].join('　·　')
