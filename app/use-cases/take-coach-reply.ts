import { checkAdvice, dropSaid } from '../domain/judging/coach/check-advice'
import { findWordingFault } from '../domain/judging/coach/check-wording'
import type { CoachFault, Coaching, CoachReply, GroundPassage } from '../domain/judging/coach/coaching'
import { sayToClient } from '../domain/judging/coach/say-to-client'
import type { SourceText } from '../domain/judging/law-claims/claim-facts'
import type { Advice, BetterWording, TurnScore } from '../domain/judging/score-types'
import { LEAST_GAIN, needsNoOtherWords } from '../domain/judging/suggest-wording'
import type { Perception } from '../domain/ports'
import type { TalkLine } from '../domain/shared/observation'
import { hearFirst, type JudgeDeps, judgeWords, type UtteranceInput } from './judge-utterance'

/** How often the embedded ears hear a model's words for one turn: its advice once, the rest its wordings. */
const MOST_HEARINGS = 3
const MOST_TOTAL = 100

type Scored = Extract<TurnScore, { status: 'scored' }>
type Perceived = Extract<Perception, { status: 'perceived' }>
type Drop = (fault: CoachFault, count?: number) => void
type Written = Extract<CoachReply, { status: 'written' }>
export type CoachPlace = Pick<JudgeDeps, 'content' | 'observer'> & {
  input: UtteranceInput
  /** As it is without a coach. */
  score: Scored
  /** Those of the request, in its order. */
  passages: readonly GroundPassage[]
}
type Place = CoachPlace & { drop: Drop; cleared: Cleared }

/** What was said, without the words that a passage contradicts: a wrong figure is not repeated as if it were somebody's word. */
type Cleared = { talk: readonly TalkLine[]; utterance: string; clear(text: string): string }

/**
 * Takes of a coach's reply what passes every check: advice for the codes that the score advises on, and a wording that the same judge
 * scores higher than the turn and than the embedded one. Everything else stays as it is in the score.
 */
export async function takeCoachReply(
  given: CoachPlace,
  reply: Written,
): Promise<{ score: Scored; coaching: Coaching }> {
  const dropped: Coaching['dropped'] = {}
  const drop: Drop = (fault, count = 1) => {
    if (count > 0) dropped[fault] = (dropped[fault] ?? 0) + count
  }
  drop('unreadable', reply.unreadable)
  const { score } = given
  const place = { ...given, drop, cleared: clearWrong(given.input, score) }
  const { advice, hearings } = await takeAdvice(place, reply)
  const betterWording = await takeWording(place, reply.wordings, MOST_HEARINGS - hearings)
  const byModel = advice.filter((one) => one.by === 'model').length
  const isAny = byModel > 0 || betterWording?.by === 'model'
  const status = byModel === advice.length ? 'written' : isAny ? 'partly' : 'replaced'
  const reason = status === 'replaced' ? 'unusable' : null
  return { score: { ...score, advice, betterWording }, coaching: { status, reason, dropped } }
}

/** The advice of the score, each piece in the model's words where those pass. */
async function takeAdvice(place: Place, { advice: written }: Written): Promise<{ advice: Advice[]; hearings: number }> {
  const { input, score, passages, drop, cleared } = place
  const { insurer, catalogue } = place.content
  const nameOf = (code: string) => catalogue.entries.get(code)?.zh ?? ''
  const said = [...cleared.talk.map((line) => line.text), cleared.utterance]
  const known = [input.client.address?.zh ?? '', insurer.name.zh].filter((one) => one !== '')
  drop('not-asked', written.filter((one) => score.advice.every(({ code }) => code !== one.code)).length)
  const pieces = score.advice.map((own): Advice => {
    const words = written.find((one) => one.code === own.code)
    if (!words) return own
    const checked = checkAdvice(words, {
      passages,
      facts: listFacts(place),
      // A figure of the coach's own advice is as good as where it stands now.
      said: [...said, cleared.clear(own.zh)],
      utterance: input.utterance,
      about: [own.zh, nameOf(own.code), input.utterance, input.talk.at(-1)?.text ?? ''],
      known,
      isOnFault: !isPraise(own.code, score),
    })
    if (checked.status === 'unfit') {
      drop(checked.fault)
      return own
    }
    const citations = checked.citations.map(({ id, place: label }) => ({ passageId: id, label }))
    const { zh, en } = words
    return { code: own.code, zh, en, by: 'model', ...(citations.length > 0 && { citations }) }
  })
  if (pieces.every((one) => one.by !== 'model')) return { advice: pieces, hearings: 0 }
  const advice = await dropBreaches(place, pieces)
  return { advice, hearings: 1 }
}

/** Advice that the ears would take for a breach, or that a passage contradicts, is not given. All pieces are heard at once. */
async function dropBreaches(place: Place, pieces: readonly Advice[]): Promise<Advice[]> {
  const { input, score, drop } = place
  const address = input.client.address?.zh ?? null
  const texts = pieces.map((one) =>
    one.by === 'model' ? listReadings(dropSaid(one.zh, [input.utterance]), address) : '',
  )
  const heard = await hearFirst(place, { ...input, utterance: texts.join('') })
  const bad = heard.status === 'failed' ? null : listBreaches(place, heard)
  let start = 0
  return pieces.map((piece, i) => {
    const end = start + texts[i]!.length
    const isBad = bad === null || bad.some((one) => one.start < end && one.end > start)
    start = end
    if (piece.by !== 'model' || !isBad) return piece
    drop('breach')
    return score.advice[i]!
  })
}

/** As it stands, and as the agent who follows it would say it. */
const listReadings = (advice: string, address: string | null) => `${advice}\n${sayToClient(advice, address)}\n`

function listBreaches({ content }: Place, heard: Perceived) {
  const { entries } = content.catalogue
  return [
    ...heard.observations.filter((one) => entries.get(one.code)?.polarity === 'violation'),
    ...heard.claims.filter((one) => one.verdict === 'contradicted'),
  ]
}

function clearWrong({ talk, utterance, earlier }: UtteranceInput, score: Scored): Cleared {
  const wrong = [...earlier.flat(), ...score.observations].filter((one) => one.contradicts && one.source === 'trainee')
  const clear = (text: string) => wrong.reduce((rest, one) => rest.replaceAll(one.quote, '…'), text)
  return {
    talk: talk.map((line) => (line.who === 'trainee' ? { ...line, text: clear(line.text) } : line)),
    utterance: clear(utterance),
    clear,
  }
}

/** Whether advice on this code is praise: it earned something. */
function isPraise(code: string, { items }: Scored): boolean {
  return code === 'base' || items.some((item) => item.code === code && item.points > 0)
}

/** The better of the embedded wording and the model's, by the same judge; of equal ones the embedded. */
async function takeWording(
  place: Place,
  wordings: readonly string[],
  mostHearings: number,
): Promise<BetterWording | null> {
  const { score, drop } = place
  let best = score.betterWording
  let left = mostHearings
  for (const text of new Set(wordings)) {
    const fault = findOfferFault(place, text, best, left)
    if (fault !== null) {
      drop(fault)
      continue
    }
    left--
    const judged = await judgeWords(place, place.input, text)
    if (judged === null || hasFault(place, judged.perception)) drop('breach')
    else if (judged.total < score.total + LEAST_GAIN || judged.total <= (best?.total ?? 0)) drop('not-better')
    else best = { text, total: judged.total, by: 'model' }
  }
  return best
}

/** Why words are not even heard: they are unfit, or there is no room left for better ones. */
function findOfferFault(
  place: Place,
  text: string,
  best: BetterWording | null,
  hearingsLeft: number,
): CoachFault | null {
  const { content, input, score, passages, cleared } = place
  if (needsNoOtherWords(score, content.rubric) || text === input.utterance) return 'not-asked'
  const ofProducts = (input.facts?.products ?? []).flatMap((one) => one.passages.map(toGround))
  const fault = findWordingFault(text, {
    utterance: cleared.utterance,
    talk: cleared.talk,
    passages: [...passages, ...ofProducts],
    facts: listFacts(place),
    address: input.client.address?.zh ?? null,
    insurer: content.insurer.name.zh,
  })
  if (fault !== null) return fault
  if (best !== null && best.total >= MOST_TOTAL) return 'not-better'
  return hearingsLeft > 0 ? null : 'not-asked'
}

/** What says which cover there is: the products' facts and texts, and the coach's own advice. */
function listFacts({ input, score, cleared }: Place): string[] {
  const ofProducts = input.products.flatMap((one) => [
    one.name.zh,
    ...one.aliases,
    ...one.benefits.map((benefit) => benefit.zh),
    ...(one.isGuaranteedRenewable ? ['保證續保'] : []),
  ])
  const ofTexts = (input.facts?.products ?? []).flatMap((one) => one.passages.map((passage) => passage.text))
  return [...ofProducts, ...ofTexts, ...score.advice.map((one) => cleared.clear(one.zh))]
}

const toGround = ({ id, cite, text }: SourceText): GroundPassage => ({ id, place: cite, text })

/** A wording that is held up as better has nothing in it that costs points. */
function hasFault({ content }: Place, heard: Perceived): boolean {
  const isGood = (code: string) => content.catalogue.entries.get(code)?.polarity === 'good'
  return (
    heard.observations.some((one) => !isGood(one.code)) || heard.claims.some((one) => one.verdict === 'contradicted')
  )
}
