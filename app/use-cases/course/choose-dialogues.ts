import { adviseOn } from '../../domain/course/build-mistakes'
import type { LessonBlock } from '../../domain/course/course'
import { findClientLine, listBadLines, listReplies } from '../../domain/course/find-wordings'
import { describeProduct } from '../../domain/judging/describe-product'
import type { Exemplar } from '../../domain/judging/observer/classifier/exemplar-schema'
import type { Product } from '../../domain/knowledge/product-schema'
import type { Persona } from '../../domain/persona/persona-schema'
import type { TalkLine } from '../../domain/shared/observation'
import { type JudgeTranscriptDeps, judgeTranscript } from '../judge-transcript'
import type { Moment } from './find-moments'

export type Dialogue = Extract<LessonBlock, { kind: 'dialogue' }>
export type DialogueDeps = Pick<JudgeTranscriptDeps, 'content' | 'observer' | 'clock' | 'readFacts'>

/** What a lesson's dialogues are about. */
export type DialogueWish = {
  code: string
  /** The fault that it is said in the place of: the client's words are those that lead into it. */
  insteadOf?: string
  product: Product | null
  /** Who may be the client; all where nobody in particular is meant. */
  personas: readonly Persona[]
  asOf: string
  seed: string
}
export type DialogueSource = {
  moments: readonly Moment[]
  exemplars: readonly Exemplar[]
  /** Moments that a lesson shows already. */
  used: Set<string>
}

/** From this total on a turn is worth imitating. */
const GOOD_TOTAL = 70
const MAX_LINE = 600

const keyOf = ({ roleplayId, turnIndex }: Moment) => `${roleplayId}:${turnIndex}`
const cutLine = (text: string) => (text.length > MAX_LINE ? `${text.slice(0, MAX_LINE - 1)}…` : text)

/** How it is said well: a scored moment of a real talk, else written and scored by the same judge. Null when neither is there. */
export async function chooseGoodDialogue(
  deps: DialogueDeps,
  wish: DialogueWish,
  source: DialogueSource,
): Promise<Dialogue | null> {
  const name = deps.content.catalogue.entries.get(wish.code)?.zh ?? wish.code
  const best = pickMoment(source, wish, (one) => one.total >= GOOD_TOTAL && !hasFault(deps, one), byBest)
  const title = `這樣說：${name}`
  if (best) return toDialogue(best, 'good', title, describeGood(deps, best.codes))
  const written = await writeGood(deps, wish)
  return written && { ...written, title }
}

/** How it goes wrong: as in a real talk, else an example of our own. Null when neither is there. */
export async function chooseBadDialogue(
  deps: DialogueDeps,
  wish: DialogueWish,
  source: DialogueSource,
): Promise<Dialogue | null> {
  const name = deps.content.catalogue.entries.get(wish.code)?.zh ?? wish.code
  const title = `別這樣說：${name}`
  const worst = pickMoment(source, wish, () => true, byWorst)
  if (worst) return toDialogue(worst, 'bad', title, adviseOn(wish.code, deps.content.advice, wish.seed) ?? worst.advice)
  const written = await writeBad(deps, wish, source.exemplars)
  return written && { ...written, title }
}

/** The same words of the client, answered as the judge's better wording has it. Null when it knows none. */
export async function rephraseMoment(deps: DialogueDeps, moment: Moment, asOf: string): Promise<Dialogue | null> {
  if (!moment.better) return null
  const { text, total } = moment.better
  const lines: Dialogue['lines'] = [
    ...(moment.clientLine === null ? [] : [clientLine(moment.clientLine)]),
    { who: 'trainee', text, total, codes: [] },
  ]
  if (lines.length < 2) return null
  const judged = await judge(deps, lines, {
    personaId: moment.personaId,
    productId: moment.productIds[0] ?? null,
    asOf,
  })
  const codes = listGood(deps, judged?.codes ?? [])
  lines[lines.length - 1]!.codes = codes
  return {
    kind: 'dialogue',
    quality: 'good',
    title: '同一句，可以這樣說',
    lines,
    comment: describeGood(deps, codes),
    source: 'written',
  }
}

const byBest = (a: Moment, b: Moment) =>
  Number(b.isApproved) - Number(a.isApproved) || b.total - a.total || a.roleplayId.localeCompare(b.roleplayId)
const byWorst = (a: Moment, b: Moment) => a.total - b.total || a.roleplayId.localeCompare(b.roleplayId)

function pickMoment(
  { moments, used }: DialogueSource,
  { code, product }: DialogueWish,
  isFit: (moment: Moment) => boolean,
  compare: (a: Moment, b: Moment) => number,
): Moment | null {
  const found = moments
    .filter((one) => one.codes.includes(code) && isFit(one) && !used.has(keyOf(one)))
    .filter((one) => product === null || one.productIds.length === 0 || one.productIds.includes(product.id))
    .sort(compare)[0]
  if (!found) return null
  used.add(keyOf(found))
  return found
}

function hasFault({ content }: DialogueDeps, moment: Moment): boolean {
  return moment.codes.some((code) => content.catalogue.entries.get(code)?.polarity !== 'good')
}

const clientLine = (text: string) => ({ who: 'client' as const, text: cutLine(text), total: null, codes: [] })

export function toDialogue(moment: Moment, quality: Dialogue['quality'], title: string, comment: string): Dialogue {
  return {
    kind: 'dialogue',
    quality,
    title,
    lines: [
      ...(moment.clientLine === null ? [] : [clientLine(moment.clientLine)]),
      { who: 'trainee', text: cutLine(moment.line), total: moment.total, codes: [...moment.codes] },
      clientLine(moment.reply),
    ],
    comment,
    source: 'talk',
  }
}

const MAX_NAMED = 4

function listGood({ content }: DialogueDeps, codes: readonly string[]): string[] {
  return codes.filter((code) => content.catalogue.entries.get(code)?.polarity === 'good')
}

function describeGood(deps: DialogueDeps, codes: readonly string[]): string {
  const names = listGood(deps, codes)
    .slice(0, MAX_NAMED)
    .map((code) => deps.content.catalogue.entries.get(code)!.zh)
  return names.length === 0 ? '先回應客戶，再說自己的。' : `做到了：${names.join('、')}。`
}

/** @returns what the embedded judge makes of the last line; null when it failed. */
async function judge(
  deps: DialogueDeps,
  transcript: readonly TalkLine[],
  place: { personaId: string | null; productId: string | null; asOf: string },
): Promise<{ total: number; codes: string[] } | null> {
  const { turns } = await judgeTranscript(
    { ...deps, secondObservers: {}, engines: ['embedded'] },
    { transcript: transcript.map(({ who, text }) => ({ who, text })), clientAge: null, engine: 'embedded', ...place },
  )
  const last = turns.at(-1)
  if (last?.score.status !== 'scored') return null
  return { total: last.score.total, codes: [...new Set(last.observations.map((one) => one.code))] }
}

/** An opening comes before the client has said anything; then the client answers. */
const isOpening = (code: string) => code.startsWith('opening.')

async function writeGood(deps: DialogueDeps, wish: DialogueWish): Promise<Omit<Dialogue, 'title'> | null> {
  const { code, product, personas, seed } = wish
  const asked = isOpening(code) ? null : findClientLine(wish.insteadOf ?? code, personas, product?.id ?? null, seed)
  const persona = asked?.persona ?? personas[0] ?? null
  if (!isOpening(code) && !asked) return null
  const best = await pickReply(deps, wish, asked, persona)
  if (best === null) return null
  const before = asked ? [clientLine(asked.text)] : []
  const after = asked || !persona ? [] : [clientLine(sayReaction(persona))]
  const lines = [...before, { who: 'trainee' as const, ...best }, ...after]
  if (lines.length < 2) return null
  return { kind: 'dialogue', quality: 'good', lines, comment: describeGood(deps, best.codes), source: 'written' }
}

/** The reply that the judge scores highest, of those that show the behaviour and no fault. */
async function pickReply(
  deps: DialogueDeps,
  { code, product, asOf, seed }: DialogueWish,
  asked: ReturnType<typeof findClientLine>,
  persona: Persona | null,
): Promise<{ text: string; total: number; codes: string[] } | null> {
  const { insurer, wordings } = deps.content
  const words = describeProduct(product, insurer, persona?.address ?? '')
  const facts = { client: { age: persona?.age ?? null }, products: product ? [product] : [], scenario: null, asOf }
  const place = { personaId: persona?.id ?? null, productId: product?.id ?? null, asOf }
  const before: TalkLine[] = asked ? [{ who: 'client', text: asked.text }] : []
  let best: { text: string; total: number; codes: string[] } | null = null
  for (const reply of listReplies(code, asked?.concern ?? null, { blocks: wordings, facts, words, seed })) {
    const { text } = reply
    const judged = await judge(deps, [...before, { who: 'trainee', text }], place)
    if (!judged?.codes.includes(code) || judged.codes.length > listGood(deps, judged.codes).length) continue
    if (best !== null && judged.total <= best.total) continue
    // Named is only what it is written to show: a judge may hear more in it.
    const codes = judged.codes.filter((one) => one === code || reply.codes.includes(one))
    best = { text, total: judged.total, codes: [code, ...codes.filter((one) => one !== code)] }
  }
  return best
}

function sayReaction(persona: Persona): string {
  const [line] = persona.reactions.identified
  return typeof line === 'string' ? line : (line?.say ?? '')
}

async function writeBad(
  deps: DialogueDeps,
  wish: DialogueWish,
  exemplars: readonly Exemplar[],
): Promise<Omit<Dialogue, 'title'> | null> {
  const { code, product, asOf, seed, personas } = wish
  const advice = adviseOn(code, deps.content.advice, seed)
  if (advice === null) return null
  const shown = exemplars.filter((one) => one.isShown)
  for (const bad of listBadLines(code, shown, seed)) {
    const asked = bad.clientText === '' ? findClientLine(code, personas, product?.id ?? null, seed) : null
    const said = bad.clientText === '' ? asked?.text : bad.clientText
    if (said === undefined) return null
    const transcript: TalkLine[] = [
      { who: 'client', text: said },
      { who: 'trainee', text: bad.text },
    ]
    const judged = await judge(deps, transcript, {
      personaId: asked?.persona.id ?? null,
      productId: product?.id ?? null,
      asOf,
    })
    // Only what the judge of the talks sees too is shown as an example of it.
    if (!judged?.codes.includes(code)) continue
    const lines = [clientLine(said), { who: 'trainee' as const, text: bad.text, ...judged }]
    return { kind: 'dialogue', quality: 'bad', lines, comment: advice, source: 'written' }
  }
  return null
}
