import { z } from 'zod'
import type { CoachReply, CoachRequest, WrittenAdvice } from '../../domain/judging/coach/coaching'
import { extractJson } from '../../domain/judging/observe-with-model/extract-json'
import { MAX_WORDINGS } from './build-coach-messages'

const adviceSchema = z.object({
  id: z.number().int(),
  zh: z.string().min(1).max(600),
  en: z.string().min(1).max(1_200),
  cites: z.array(z.number().int()).max(12).catch([]),
})
/** More than this in one reply is no advice but noise. */
const replySchema = z.object({
  advice: z.array(z.unknown()).max(12),
  wordings: z.array(z.unknown()).max(12).catch([]),
})

type Written = Extract<CoachReply, { status: 'written' }>
type Read = { status: 'ok'; value: Written } | { status: 'invalid'; reason: 'not-json' | 'wrong-shape'; detail: string }

/**
 * Reads what a model wrote, each piece for itself. What the pieces say is unchecked.
 *
 * @returns advice under the codes of the request, one for each; whole wordings without quotation marks around them; how many pieces could not be read.
 */
export function readCoachReply(reply: string, request: Pick<CoachRequest, 'advice'>): Read {
  const extracted = extractJson(reply)
  if (extracted.status !== 'found')
    return { status: 'invalid', reason: 'not-json', detail: `objects: ${extracted.status}` }
  const result = replySchema.safeParse(extracted.value)
  if (!result.success)
    return { status: 'invalid', reason: 'wrong-shape', detail: result.error.issues[0]?.message ?? 'advice' }
  const advice = new Map<string, WrittenAdvice>()
  for (const given of result.data.advice) {
    const piece = adviceSchema.safeParse(given)
    const code = piece.success ? request.advice[piece.data.id - 1]?.code : undefined
    if (!piece.success || code === undefined || advice.has(code)) continue
    const { zh, en, cites } = piece.data
    advice.set(code, { code, zh: zh.trim(), en: en.trim(), cites: [...new Set(cites)] })
  }
  const wordings = result.data.wordings.flatMap((one) => (typeof one === 'string' && one.trim() ? [unquote(one)] : []))
  const read = advice.size + wordings.length
  const unreadable = result.data.advice.length + result.data.wordings.length - read
  const value = { advice: [...advice.values()], wordings: wordings.slice(0, MAX_WORDINGS), unreadable }
  return { status: 'ok', value: { status: 'written', ...value } }
}

function unquote(text: string): string {
  return /^\s*[「『“"]([^「」『』“”"]*)[」』”"]\s*$/u.exec(text)?.[1]?.trim() ?? text.trim()
}
