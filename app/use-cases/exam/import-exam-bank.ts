import type { Clock } from '../../domain/ports'
import type { ExamPaper } from '../../domain/quiz/parse-exam-bank'
import type { QuizStore } from '../../domain/quiz/quiz-ports'

/** The examination is passed with 60 of 100 over all sections; for one paper alone this is a measure of ours. */
const PASS_PERCENT = 60
/** An hour for forty questions. */
const MINUTES_PER_ITEM = 1.5
const IMPORTER = '考古題匯入'

/**
 * Brings papers of the national examination into the item bank, each with its questions and as a published quiz of all organisations.
 *
 * @returns how many papers and questions were added; papers that are there already are left as they are.
 */
export async function importExamBank(
  deps: { quizzes: QuizStore; clock: Clock },
  papers: readonly ExamPaper[],
): Promise<{ papers: number; items: number; known: number }> {
  const now = deps.clock.now()
  const result = { papers: 0, items: 0, known: 0 }
  for (const { id, year, section, branch, items } of papers) {
    if (await deps.quizzes.findQuiz(id, null)) {
      result.known++
      continue
    }
    // Questions are stored all or none: where the first one is, an import was cut short before its quiz was made.
    if (!(await deps.quizzes.findItem(items[0]!.id, null)))
      await deps.quizzes.addItems(
        items.map((item) => ({
          ...item,
          organisationId: null,
          status: 'approved' as const,
          origin: 'exam' as const,
          version: 1,
          documentId: null,
          createdAt: now,
          createdById: null,
          personName: IMPORTER,
        })),
      )
    await deps.quizzes.createQuiz(
      {
        id,
        organisationId: null,
        title: `${year} 年 ${section}（${branch}保險經紀人）`,
        status: 'published',
        origin: { kind: 'exam', year, section, branch },
        timeLimitMinutes: Math.ceil(items.length * MINUTES_PER_ITEM),
        passPercent: PASS_PERCENT,
        seed: id,
        createdAt: now,
        createdById: null,
      },
      items.map((item) => ({ itemId: item.id, version: 1 })),
    )
    result.papers++
    result.items += items.length
  }
  return result
}
