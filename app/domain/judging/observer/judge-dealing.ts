import { CONCERNS } from '../../shared/topics'
import { type ClientPart, type ClientQuestion, findConcerns } from './analyse-client-line'
import { isObjecting } from './is-objecting'
import type { ObserverContext } from './observer-context'
import type { Finding } from './rules/rule'
import { findClauses } from './text/read-utterance'

/** A finding about the client's own words, when they were passed over; spans are of the client's text as typed. */
export type ClientFinding = { code: string; start: number; end: number; confidence: number }

export type Dealing = { own: Finding[]; client: ClientFinding[] }

const EVASION =
  /(晚點|待會|之後|後面|以後|到時候|改天|晚一點|等等)(我)?(們)?(會|再|才)(再)?(說|講|談|看|提|講到|說到|介紹|解釋)|(先|暫時)(不|別)(管|談|講|提|說|看)|不(是)?重要|不用(管|想|問|知道|看|理)(這|那|它|那麼)|(不是|不算|不叫)重點|(先)?(聽我|讓我)(先)?(說|講)完|先(把|讓我)[^,。!?]{0,8}(講|說|介紹)完|您先別(急|問)|不要(一直)?問|(跟|和)您沒(有)?關係|那(個)?不急|先(看|講|談)(我們)?(這個|這張|商品|產品)|(要|先)談的是/u
const LEAD =
  /^(?:[^,。!?]{0,6},)?(?:好問題[,。!])?(?:(?:這個|那個|這部分|這點|這張|老實說|說真的|坦白說|其實|跟您說|嗯+|哈+|喔|哎|欸)[,、]?)*(對|是(的|啊)?|不是|會|不會|可以|不可以|不行|不能|能|有|沒有|沒|要|不用|不必|需要|不需要|當然|沒問題|好(的|啊|喔)?|ok|行|得|不一定|不太|大概|差不多|應該|一定|都(有|會|可以)|算|最(高|低|少|多)|目前|我是|我們是|因為|主要是|就是|一年|每|第|先|兩|三|[0-9])/u
const HONEST =
  /(查|確認|問)(一下|看看|清楚|好|完|到|系統|過)?[^。!?]{0,8}(再|回|給|才|跟您|告訴|準)|(我)?(現在)?(不|沒)(敢|能)(亂|隨便)?(報|喊|說|講|保證|跟您說)|(手上|身上)(沒有|只有)|不確定|要(看|查|進|問|跑)(系統|核保|公司|建議書|年齡|體況|您的)|印象中|我不知道|我(回去|馬上|現在)(查|問|打|確認)/u
const FIGURE = /[0-9]|[一二兩三四五六七八九十百千萬]+(年|歲|天|萬|千|百|元|塊|成|趴|%|次|個月|點)|百分之/u
const COMMON = /[您我的是了這那就有不在所以也都要會可說講個一麼什沒好多少,。!?嗎啦喔呢吧齁啊]/u

function countShared(text: string, reply: string): number {
  const shared = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) {
    const bigram = text.slice(i, i + 2)
    if (/^[\u3400-\u9fff0-9a-z]{2}$/u.test(bigram) && !COMMON.test(bigram) && reply.includes(bigram)) shared.add(bigram)
  }
  return shared.size
}

const ANSWERING = new Set(Object.values(CONCERNS).flat() as string[])

function sharesConcern(part: ClientPart, codes: ReadonlySet<string>): boolean {
  return part.concerns.some((concern) =>
    CONCERNS[concern].some((code) => code !== 'listening.answer' && code !== 'objection.respond' && codes.has(code)),
  )
}

/** The echo of a yes-no question's own predicate: 「會虧嗎」, 「會虧」; 「要告知嗎」, 「要告知」. */
function echoes(question: ClientQuestion, reply: string): boolean {
  const predicate = /(會不會|要不要|能不能|可不可以|有沒有|是不是|會|要|能|可以|有|是|算|夠)([^,。!?嗎]{1,4})/u.exec(
    question.text,
  )
  return predicate !== null && reply.slice(0, 60).includes(predicate[2]!.slice(0, 2))
}

/** From this weight on, a reply deals with the client's words. */
const DEALT = 0.7

/** How far the reply deals with a part of the client's words; at `DEALT` and more it does. */
function weighReply(
  context: ObserverContext,
  part: ClientPart,
  kind: ClientQuestion['kind'] | 'worry',
  codes: ReadonlySet<string>,
): number {
  const reply = context.utterance.text
  const statements = context.utterance.clauses.filter((clause) => !clause.isQuestion)
  const told = statements.map((clause) => clause.text).join(',')
  const shared = countShared(part.text, told)
  const touches =
    sharesConcern(part, codes) ||
    (part.concerns.length > 0 && findConcerns(told).some((concern) => part.concerns.includes(concern)))
  let weight = 0.9
  if (LEAD.test(reply)) weight += 0.3
  if (kind !== 'worry' && echoes({ ...part, kind }, told)) weight += 0.4
  weight += touches ? 0.5 : 0
  weight += Math.min(shared, 3) * 0.25
  if (!touches && shared === 0) weight -= 0.35
  if (kind === 'amount') weight += FIGURE.test(told) ? 0.4 : -0.4
  if (kind === 'why') weight += /因為|所以|原因|主要|是為了|怕|才/u.test(told) ? 0.4 : -0.7
  if (HONEST.test(told)) weight += 0.8
  if (EVASION.test(reply)) weight -= 1.2
  if (codes.has('closing.premature')) weight -= 0.5
  if (codes.has('listening.rude') || codes.has('objection.argue')) weight -= 0.6
  if (codes.has('explanation.jargon')) weight -= part.concerns.includes('understanding') ? 1.2 : 0.4
  if (codes.has('violation.pressure')) weight -= 0.6
  if (statements.length === 0 || told.length < 4) weight -= 1
  return weight
}

const UNANSWERING = new Set([
  'violation.false_statement',
  'violation.conceal',
  'violation.guaranteed_return',
  'violation.exaggerate',
  'violation.twisting',
  'violation.nondisclosure',
  'violation.tax_pitch',
  'violation.improper_comparison',
  'meta.injection',
  'meta.off_topic',
])

const OPTION =
  /不然|要不|可以(先|改|換|分|用|把|調|降|選|從)|改成|換成|另外|建議|先.{0,8}再|如果.{0,20}就|或是|也可以|方案|版本|比較|舉|例|就像|因為|差別|目的|所以|其實|條款|根據|規定|跟您說明|不過|但/u
const SUBSTANCE = /^(explanation\.(feature|plain|evidence|tailor)|disclosure\.|closing\.next_step)/u

/** Turns that hold one of these answer no objection, whatever else they say. */
const UNRESPONSIVE = new Set([
  ...UNANSWERING,
  'objection.argue',
  'closing.premature',
  'violation.pressure',
  'listening.rude',
])

/** A warning answers the client; the question of care, of the same code, asks. */
function isTold({ utterance }: ObserverContext, { start, end }: Finding): boolean {
  return findClauses(utterance, start, end).some((clause) => !clause.isQuestion)
}

function findRespond(context: ObserverContext, findings: readonly Finding[]): Finding[] {
  const codes = new Set(findings.map((finding) => finding.code))
  if (EVASION.test(context.utterance.text) || [...codes].some((code) => UNRESPONSIVE.has(code))) return []
  const warning = findings.find((finding) => finding.code === 'disclosure.scam_check' && isTold(context, finding))
  if (warning !== undefined && /老師|群組|保證|匯|截止|名額|穩/u.test(context.clientText))
    return [{ ...warning, code: 'objection.respond', confidence: 0.7 }]
  if (!isObjecting(context)) return []
  const line = context.clientLine
  const statements = context.utterance.clauses.filter(
    (clause) => clause.text.length >= 5 && (!clause.isQuestion || OPTION.test(clause.text)),
  )
  const tied = findings.filter((finding) => SUBSTANCE.test(finding.code))
  const option = statements.find((clause) => OPTION.test(clause.text))
  const isMild = line.objections.length === 0 && !line.isRefusal
  if (option === undefined && (tied.length === 0 || isMild)) return []
  const isOnlyStep = option === undefined && tied.every((finding) => finding.code === 'closing.next_step')
  if (line.isRefusal && isOnlyStep) return []
  const quote = option ?? statements.find((clause) => clause.start <= tied[0]!.start && clause.end > tied[0]!.start)
  return quote === undefined
    ? []
    : [{ code: 'objection.respond', start: quote.start, end: quote.end, confidence: tied.length === 0 ? 0.55 : 0.7 }]
}

function findIgnored(context: ObserverContext, codes: ReadonlySet<string>): ClientFinding[] {
  const line = context.clientLine
  const ignored = (part: ClientPart, confidence: number): ClientFinding[] => [
    { code: 'listening.ignore', start: part.start, end: part.end, confidence },
  ]
  const isEvasive = EVASION.test(context.utterance.text)
  const clarifies = ['objection.clarify', 'listening.paraphrase', 'listening.empathy', 'objection.acknowledge'].some(
    (code) => codes.has(code),
  )
  const question = line.questions.at(-1)
  if (question !== undefined) {
    const weights = line.questions.map((q) => weighReply(context, q, q.kind, codes))
    const best = Math.max(...weights)
    if (best < DEALT && !(clarifies && !isEvasive)) return ignored(question, 0.6 + Math.min(0.3, (1 - best) / 6))
    return []
  }
  const worry = line.worries.at(-1) ?? line.requests.at(-1) ?? (line.isRefusal ? line.objections.at(-1) : undefined)
  if (worry === undefined) return []
  const deals =
    clarifies ||
    codes.has('objection.respond') ||
    codes.has('closing.no_pressure') ||
    codes.has('violation.pressure') ||
    [...codes].some((code) => ANSWERING.has(code) && code.startsWith('disclosure.'))
  const weight = weighReply(context, worry, 'worry', codes)
  if (!deals && (isEvasive || weight < 0.5)) return ignored(worry, 0.55)
  return []
}

/**
 * Judges whether the turn deals with what the client's last words asked, feared or resisted.
 *
 * @param findings what was seen in the utterance so far.
 */
export function judgeDealing(context: ObserverContext, findings: readonly Finding[]): Dealing {
  if (context.clientText === '' || context.utterance.clauses.length === 0) return { own: [], client: [] }
  const codes = new Set(findings.map((finding) => finding.code))
  const own: Finding[] = []
  const isFalse = [...codes].some((code) => UNANSWERING.has(code))
  const line = context.clientLine
  const weights = [
    ...line.questions.map((question) => weighReply(context, question, question.kind, codes)),
    ...(line.questions.length === 0
      ? line.requests.map((request) => weighReply(context, request, 'yes-no', codes) - 0.2)
      : []),
  ]
  const best = weights.length === 0 ? 0 : Math.max(...weights)
  const first = context.utterance.clauses.find((clause) => !clause.isQuestion && clause.text.length >= 2)
  if (!isFalse && best >= DEALT && first !== undefined) {
    own.push({
      code: 'listening.answer',
      start: first.start,
      end: first.end,
      confidence: Math.min(0.95, 0.5 + best / 8),
    })
  }
  own.push(...findRespond(context, findings))
  for (const finding of own) codes.add(finding.code)
  const hasAnswered = codes.has('listening.answer')
  const isHarmful = isFalse && ![...codes].some((code) => code === 'meta.off_topic' || code === 'meta.injection')
  const client = hasAnswered || isHarmful ? [] : findIgnored(context, codes)
  return { own, client }
}
