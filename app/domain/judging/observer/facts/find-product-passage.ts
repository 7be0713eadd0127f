import { normaliseText } from '../../../retrieval/normalise-text'
import type { SourceText } from '../../law-claims/claim-facts'

/** Words by which a product's documents speak of each of its facts. */
const WORDS: Readonly<Record<string, RegExp>> = {
  waitingDays: /等待期|觀察期/u,
  coolingOffDays: /[日天]內.{0,20}撤銷/u,
  chargeByYear: /解約費用|前置費用|目標保費/u,
  surrender: /解約費用|沒有解約金|無解約金/u,
  charges: /附加費用|前置費用|管理費|保單行政費|費用/u,
  declaredRatePercent: /宣告利率/u,
  guaranteedRatePercent: /預定利率/u,
  loadPercent: /附加費用/u,
  acceptsReceiptCopies: /副本|正本/u,
  exclusions: /不賠|不給付|除外/u,
  issueAge: /投保年齡/u,
  coverToAge: /續保/u,
  hasSurrenderValue: /沒有解約金|無解約金|期滿/u,
  premiumExamples: /第.類/u,
}

/**
 * The passage of a product's documents that speaks of a fact: the one that holds the fact's words and most of its numbers.
 *
 * @param field the part behind # of the fact's id, e.g. `waitingDays`; a limit's id for a limit.
 * @returns null where the documents do not speak of it.
 */
export function findProductPassage(field: string, fact: string, passages: readonly SourceText[]): SourceText | null {
  const words = WORDS[field]
  const numbers = listNumbers(fact)
  let best: { passage: SourceText; score: number } | null = null
  for (const passage of passages) {
    const score = scorePassage(passage, words, numbers, fact)
    if (score > (best?.score ?? 0)) best = { passage, score }
  }
  return best?.passage ?? null
}

function scorePassage(
  { text, heading }: SourceText,
  words: RegExp | undefined,
  numbers: readonly string[],
  fact: string,
): number {
  const isAbout = words ? words.test(text) : sharesWords(text, fact)
  if (!isAbout) return 0
  const held = new Set(listNumbers(text))
  const shared = numbers.filter((one) => held.has(one)).length
  return 1 + 2 * shared + (words?.test(heading) ? 0.5 : 0)
}

/** 「計畫二 住院醫療雜費每次上限 240000」 is about the passage that holds 醫療雜費. */
function sharesWords(text: string, fact: string): boolean {
  const runs = fact.match(/[\u4e00-\u9fff]{4,}/gu) ?? []
  return runs.some((run) => {
    for (let i = 0; i + 4 <= run.length; i++) if (text.includes(run.slice(i, i + 4))) return true
    return false
  })
}

function listNumbers(text: string): string[] {
  return (normaliseText(text).match(/\d[\d,]*(?:\.\d+)?/gu) ?? []).map((one) => String(Number(one.replace(/,/gu, ''))))
}
