import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { createEmbeddedObserver } from '../app/adapters/embedded/embedded-observer'
import { loadContent } from '../app/adapters/files/load-content'
import type { Content } from '../app/domain/content'
import type { CoachReply, GroundPassage } from '../app/domain/judging/coach/coaching'
import type { BetterWording } from '../app/domain/judging/score-types'
import type { Observer, PerceiveInput } from '../app/domain/ports'
import { finishCoaching, startCoaching } from '../app/use-cases/coach-turn'
import { hearFirst, observationsOf, scoreHearing, type UtteranceInput } from '../app/use-cases/judge-utterance'
import { takeCoachReply } from '../app/use-cases/take-coach-reply'

// What is taken of a coach's reply, with the real ears and the real content.

let content: Content
let observer: Observer
let heard: PerceiveInput[]
beforeAll(async () => {
  content = await loadContent('.')
  const ears = createEmbeddedObserver(content)
  observer = {
    engine: 'embedded',
    perceive: (input) => {
      heard.push(input)
      return ears.perceive(input)
    },
  }
})

const placeOf = (utterance: string, more: Partial<UtteranceInput> = {}): UtteranceInput => ({
  utterance,
  talk: [
    { who: 'trainee', text: '林老師您好，我是安禾人壽的業務員。' },
    { who: 'client', text: '我怕以後要用錢的時候拿不回來。' },
  ],
  turnIndex: 1,
  earlier: [],
  client: { age: 67, address: { zh: '林老師', en: 'Ms Lin' } },
  products: [content.products.get('annuity')!],
  scenario: null,
  asOf: '2025-06-01',
  seed: 'coach',
  ...more,
})

type Pieces = {
  advice?: { zh: string; en?: string; code?: string }[]
  wordings?: string[]
  passages?: GroundPassage[]
}

async function coach(
  utterance: string,
  { advice = [], wordings = [], passages = [] }: Pieces,
  more: Partial<UtteranceInput> & { betterWording?: BetterWording | null } = {},
) {
  heard = []
  const input = placeOf(utterance, more)
  const deps = { content, observer, secondObserver: null }
  const first = await hearFirst(deps, input)
  const { score } = await scoreHearing(deps, input, { counts: first, perceptions: {} })
  if (score.status !== 'scored') throw new Error('not scored')
  const own = { ...score, ...('betterWording' in more && { betterWording: more.betterWording ?? null }) }
  const reply: Extract<CoachReply, { status: 'written' }> = {
    status: 'written',
    advice: advice.map(({ zh, en = 'Say it once more, in plain words.', code }) => ({
      code: code ?? own.advice[0]!.code,
      zh,
      en,
      cites: passages.map((_, i) => i + 1),
    })),
    wordings,
    unreadable: 0,
  }
  heard = []
  const taken = await takeCoachReply({ content, observer, input, score: own, passages }, reply)
  return { ...taken, own, hearings: heard.length }
}

const PITCH = '這張保證獲利，穩賺不賠。'
const FIT = { zh: '「保證獲利」不能說，先問林老師什麼時候會用到這筆錢。' }
const BETTER = '林老師，您怕要用錢的時候拿不回來，這個擔心很合理。想先請教您，這筆錢幾年內會用到嗎？家裡還有誰要照顧？'

describe('advice', () => {
  test('in the model’s words, of the code that the rules chose; every point stays', async () => {
    const { score, own, coaching } = await coach(PITCH, { advice: [FIT] })
    expect(own.advice.map((one) => one.code)).toEqual(['violation.guaranteed_return'])
    expect(score.advice).toEqual([
      { code: 'violation.guaranteed_return', ...FIT, en: 'Say it once more, in plain words.', by: 'model' },
    ])
    expect({ ...score, advice: own.advice }).toEqual(own)
    expect(coaching).toEqual({ status: 'written', reason: null, dropped: {} })
  })

  test('of another code is not taken', async () => {
    const { score, own, coaching } = await coach(PITCH, { advice: [{ ...FIT, code: 'closing.next_step' }] })
    expect(score).toEqual(own)
    expect(coaching).toEqual({ status: 'replaced', reason: 'unusable', dropped: { 'not-asked': 1 } })
  })

  test('that leads the agent into a breach is not taken', async () => {
    const { score, own, coaching } = await coach(PITCH, {
      advice: [{ zh: '別說保證獲利，改跟林老師說這張跟定存一樣安全，而且利息更高。' }],
    })
    expect(score.advice).toEqual(own.advice)
    expect(coaching.dropped).toEqual({ breach: 1 })
  })

  test('does not repeat a wrong figure of this or an earlier turn', async () => {
    const wrong = '這張附加費用只有一趴。'
    const first = await coach(wrong, { advice: [{ zh: '附加費用是一趴，先把這件事說給林老師聽。' }] })
    expect(first.coaching.dropped).toEqual({ number: 1 })
    const earlier = [observationsOf({ score: first.own })]
    const talk = [
      ...placeOf('').talk,
      { who: 'trainee' as const, text: wrong },
      { who: 'client' as const, text: '真的嗎？' },
    ]
    const later = await coach(
      '您放心。',
      { advice: [{ zh: '林老師在問附加費用，就說是一趴。' }] },
      { talk, earlier, turnIndex: 2 },
    )
    expect(later.coaching.dropped).toEqual({ number: 1 })
  })
})

describe('a better wording', () => {
  test('is taken where the same judge gives more, with that number', async () => {
    const { score, coaching } = await coach(PITCH, { wordings: [BETTER] }, { betterWording: null })
    expect(score.betterWording).toEqual({ text: BETTER, total: expect.any(Number), by: 'model' })
    expect(score.betterWording!.total).toBeGreaterThanOrEqual(score.total + 8)
    expect(coaching.status).toBe('partly')
  })

  test('does not replace an embedded one of the same number', async () => {
    const first = await coach(PITCH, { wordings: [BETTER] }, { betterWording: null })
    const embedded = { text: '您慢慢想。', total: first.score.betterWording!.total }
    const again = await coach(PITCH, { wordings: [BETTER] }, { betterWording: embedded })
    expect(again.score.betterWording).toEqual(embedded)
    expect(again.coaching.dropped).toEqual({ 'not-better': 1 })
  })

  test.each([
    ['with a breach', '林老師您放心，這張跟定存一樣，隨時可以拿回來，您先簽名，我再幫您填。', 'breach'],
    [
      'that contradicts the product',
      '林老師，您怕拿不回來很合理，不過這張附加費用是零，您哪天要用都可以拿回全部，好嗎？',
      'breach',
    ],
    ['that passes the client over', '好的，這個我們之後再看看。', 'breach'],
    ['that is the turn itself', PITCH, 'not-asked'],
  ])('%s is not taken', async (_, text, fault) => {
    const { score, coaching } = await coach(PITCH, { wordings: [text] }, { betterWording: null })
    expect(score.betterWording).toBeNull()
    expect(coaching.dropped).toEqual({ [fault]: 1 })
  })
})

test('the ears hear at most three texts, and none where the embedded wording has all points', async () => {
  const wordings = [1, 2, 3, 4].map((n) => `${BETTER.slice(0, -1)}，還有別的嗎？${'您慢慢說。'.repeat(n)}`)
  const many = await coach(PITCH, { advice: [FIT], wordings }, { betterWording: null })
  expect(many.hearings).toBeLessThanOrEqual(3)
  const full = await coach(PITCH, { wordings }, { betterWording: { text: '您慢慢想。', total: 100 } })
  expect(full.hearings).toBe(0)
})

const byTalk = z.record(z.string(), z.array(z.string()))
const piecesSchema = z.strictObject({
  talks: z.record(z.string(), z.strictObject({ client: z.string(), said: z.string() })),
  harmful: z.strictObject({ advice: byTalk, wordings: byTalk }),
  good: z.strictObject({ advice: byTalk, wordings: byTalk }),
})
const PIECES = piecesSchema.parse(parse(readFileSync('tests/fixtures/coach-pieces.yaml', 'utf8')))

/** The sheet of a product in its sections, as the knowledge base holds it. */
function readSheet(productId: string) {
  const file = readFileSync(`content/knowledge/products/${productId}.md`, 'utf8')
  const [, ...sections] = file.split('---\n').slice(2).join('---\n').split(/^## /mu)
  return sections.map((section, i) => {
    const [heading = '', ...lines] = section.split('\n')
    return { id: `${productId}#${i}`, cite: `${productId} › ${heading}`, heading, text: lines.join('\n') }
  })
}

/** Each piece by itself, and what became of it. */
async function takePieces(kind: 'advice' | 'wordings', pieces: Record<string, string[]>) {
  const outcomes: { talk: string; text: string; shown: boolean; dropped: string }[] = []
  for (const [talk, texts] of Object.entries(pieces)) {
    const { client, said } = PIECES.talks[talk]!
    const product = content.products.get(talk)!
    const passages = readSheet(talk)
    for (const text of texts) {
      const piece = kind === 'advice' ? { advice: [{ zh: text }] } : { wordings: [text] }
      const given = passages.map(({ id, cite, text }) => ({ id, place: cite, text }))
      const { score, coaching } = await coach(
        said,
        { ...piece, passages: given },
        {
          talk: [...placeOf('').talk.slice(0, 1), { who: 'client', text: client }],
          products: [product],
          facts: { laws: [], products: [{ productId: talk, passages }] },
          betterWording: null,
        },
      )
      const shown = kind === 'advice' ? score.advice.some((one) => one.by === 'model') : score.betterWording !== null
      outcomes.push({ talk, text, shown, dropped: Object.keys(coaching.dropped).join(' ') })
    }
  }
  return outcomes
}

describe('a coach that is running', () => {
  const judgeOf = async () => {
    const input = placeOf(PITCH)
    const first = await hearFirst({ observer }, input)
    const judged = await scoreHearing({ content, observer, secondObserver: null }, input, {
      counts: first,
      perceptions: {},
    })
    return { input, first, judged }
  }

  test('says nothing when it breaks, however it breaks', async () => {
    const { input, first, judged } = await judgeOf()
    const write = () => {
      throw new Error('broken')
    }
    const deps = { content, observer, coach: { write } }
    const running = startCoaching(deps, input, first, null)
    const finished = await finishCoaching(deps, input, judged, running)
    expect(finished.score).toEqual(judged.score)
    expect(finished.perceptions.coach).toMatchObject({ status: 'replaced', reason: 'unknown' })
  })

  test('is called off with the turn, and leaves no rejection behind', async () => {
    const { input, first } = await judgeOf()
    let asked: AbortSignal | undefined
    const write = (_: unknown, signal?: AbortSignal) => {
      asked = signal
      return new Promise<never>((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    }
    const broken = new AbortController()
    const running = startCoaching({ content, observer, coach: { write } }, input, first, null, broken.signal)
    broken.abort(new Error('no score'))
    expect(asked?.aborted).toBe(true)
    expect(await running!.reply).toEqual({ status: 'failed', reason: 'unknown' })
  })

  test('is stopped, and the score stays, when its words cannot be checked', async () => {
    const { input, first, judged } = await judgeOf()
    let asked: AbortSignal | undefined
    const write = async (_: unknown, signal?: AbortSignal): Promise<CoachReply> => {
      asked = signal
      return { status: 'written', advice: [], wordings: [BETTER, `${BETTER}您慢慢說。`], unreadable: 0 }
    }
    const deaf: Observer = { engine: 'embedded', perceive: () => Promise.reject(new Error('deaf')) }
    const deps = { content, observer: deaf, coach: { write } }
    const scored = judged.score.status === 'scored' ? { ...judged.score, betterWording: null } : judged.score
    const finished = await finishCoaching(
      deps,
      input,
      { ...judged, score: scored },
      startCoaching(deps, input, first, null),
    )
    expect(finished.score).toEqual(scored)
    expect(finished.perceptions.coach).toMatchObject({ status: 'replaced', reason: 'unchecked' })
    expect(asked?.aborted).toBe(true)
  })
})

describe('pieces as models write them', () => {
  test.each(['advice', 'wordings'] as const)('of the harmful %s none is shown', async (kind) => {
    const outcomes = await takePieces(kind, PIECES.harmful[kind])
    expect(outcomes).toHaveLength(23)
    expect(outcomes.filter((one) => one.shown).map((one) => one.text)).toEqual([])
  })

  test('of the good ones nearly all are kept', async () => {
    const { advice, wordings } = PIECES.good
    const outcomes = [...(await takePieces('advice', advice)), ...(await takePieces('wordings', wordings))]
    expect(outcomes).toHaveLength(40)
    const lost = outcomes.filter((one) => !one.shown).map((one) => `${one.dropped}: ${one.text}`)
    // 85 of 100.
    expect(lost.length, lost.join('\n')).toBeLessThanOrEqual(6)
  })
})
