import { z } from 'zod'
import { NUMBER_SOURCE } from '../knowledge/read-chinese-number'
import { type ContentProblem, findRepeated } from '../shared/content-problem'
import { CONCERN_NAMES } from '../shared/topics'

/** Where any number stands in `finds`. */
const NUMBER_PLACE = '{n}'

const finds = z.string().min(2).refine(isPattern, 'is no regular expression')
const line = z.string().min(4)

/** One thing that clients ask about a product, where its documents speak of it. */
const productQuestionSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  concern: z.enum(CONCERN_NAMES),
  phase: z.enum(['discovery', 'proposal', 'closing']),
  /** Of what kind a number in the answer is; absent where the answer is none. */
  measure: z.enum(['time', 'share', 'age', 'money']).optional(),
  finds,
  /** A word that the passage or its heading must hold besides. */
  within: z.string().min(2).optional(),
  /** `{year}` and `{item}` stand for what the groups of `finds` found. */
  lines: z.array(line).min(2),
  again: z.array(line).min(2),
})

/** `content/knowledge/product-questions.yaml`. */
export const productQuestionsFileSchema = z.array(productQuestionSchema).min(1)
export type ProductQuestion = z.infer<typeof productQuestionSchema>

/** Finds questions told twice, and slots in lines that nothing fills. */
export function checkProductQuestions(questions: readonly ProductQuestion[]): ContentProblem[] {
  const slots = questions.flatMap((question, i) =>
    [...question.lines, ...question.again]
      .flatMap((text) => [...text.matchAll(/\{([a-z]+)\}/gu)].map(([, name]) => name!))
      .filter((name) => !question.finds.includes(`(?<${name}>`))
      .map((name) => ({ path: [i, 'lines'], message: `nothing fills {${name}}` })),
  )
  const ids = questions.map((one, i) => ({ path: [i, 'id'], value: one.id }))
  return [...findRepeated(ids, 'question'), ...slots]
}

/** @returns the pattern of `finds`. */
export function compileFinds(question: ProductQuestion): RegExp {
  return new RegExp(fillNumber(question.finds), 'u')
}

function fillNumber(source: string): string {
  return source.replaceAll(NUMBER_PLACE, NUMBER_SOURCE)
}

function isPattern(source: string): boolean {
  try {
    new RegExp(fillNumber(source), 'u')
    return true
  } catch {
    return false
  }
}
