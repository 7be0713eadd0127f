import type { ItemContent } from '../../item'
import { cite, explainWith, type WriteContext } from '../candidate'
import { findQuantities } from './find-quantities'
import { type Article, type Definition, type Statement, tell } from './read-law'
import { findLeadingActor } from './roles'
import { spellNumber } from './spell-number'

/** What a short answer must name, with other ways to say it; longer terms stand before those that they hold. */
const KEY_TERMS: readonly (readonly string[])[] = [
  ['保單價值準備金', '價值準備金', '保價金'],
  ['保險利益'],
  ['賠償請求權', '請求賠償'],
  ['訂立保險契約', '投保', '訂約'],
  ['交付保險費', '繳保費', '付保險費', '繳保險費', '交付保費'],
  ['損害賠償', '賠償損害'],
  ['連帶責任', '連帶負責'],
  ['代理契約', '代理合約'],
  ['授權書'],
  ['收取費用', '收費'],
  ['收取佣金', '佣金'],
  ['保險招攬', '招攬'],
  ['停止招攬'],
  ['撤銷登錄', '撤銷業務員登錄', '撤銷其業務員登錄'],
  ['教育訓練'],
  ['洽訂保險契約', '洽訂契約'],
  ['解約金'],
  ['遺產稅'],
  ['贈與稅'],
  ['申報'],
  ['查勘'],
  ['鑑定'],
  ['估價'],
  ['理算'],
  ['終止契約', '終止'],
  ['解除契約', '解除'],
  ['請求返還', '返還'],
  ['返還', '退還', '歸還'],
  ['書面'],
  ['健康檢查', '體檢'],
  ['減少保險金額'],
  ['減少保險費', '減少保費'],
  ['通知保險人', '通知'],
  ['補繳'],
  ['遲延利息', '利息'],
  ['直接或間接'],
  ['識別'],
  ['自然人'],
  ['公權力'],
  ['個人資料', '個資'],
  ['民事爭議'],
  ['商品或服務', '商品及服務', '商品、服務'],
  ['電子文件'],
  ['廢止許可', '廢止其許可'],
  ['備查'],
  ['核准'],
  ['喪失'],
  ['無效'],
  ['據實說明', '誠實告知', '據實告知'],
  ['轉讓'],
  ['同意'],
  ['錄音', '錄影'],
]

type Point = { accepted: string[] }

/** Short answers: what follows in a case that a rule tells of. */
export function writeShortAnswers(article: Article, context: WriteContext): ItemContent[] {
  if (!context.types.has('short-answer')) return []
  return article.statements.flatMap((statement) => askForConsequence(article, statement) ?? [])
}

/** A case and what somebody then shall, may or may not do. */
const CASE = /^(.{8,70}(?:者|時|後))，((?:\p{Script=Han}|、){2,14}?)(不得|應|得)(.{4,70})$/u
const ASKING: Readonly<Record<string, string>> = {
  應: '應如何處理？請簡要說明。',
  得: '得如何處理？請簡要說明。',
  不得: '【不得】做什麼？請簡要說明。',
}

function askForConsequence(article: Article, { text, quote, proviso }: Statement): ItemContent | null {
  const [, told, actor, modal, rest] = CASE.exec(text) ?? []
  if (told === undefined || actor === undefined || modal === undefined || rest === undefined) return null
  if (findLeadingActor(actor) !== actor) return null
  const points = listPoints(rest, told)
  if (points.length < 2) return null
  return {
    type: 'short-answer',
    stem: article.head(`${told}，${actor}${ASKING[modal]}`),
    modelAnswer: `${actor}${modal}${rest}。`,
    points,
    explanation: explainWith(article.source, tell(quote, proviso)),
    citations: [cite(article.source, quote)],
    difficulty: 3,
    ability: 'understand',
    dimension: null,
  }
}

const LONGEST_MEANING = 80

/** What a term means, in one's own words. @returns null where fewer than two ideas of the meaning are known to be told in other words. */
export function askForMeaning({ source }: Article, { term, meaning, quote }: Definition): ItemContent | null {
  const points = listPoints(meaning, term)
  if (points.length < 2 || meaning.length > LONGEST_MEANING) return null
  return {
    type: 'short-answer',
    stem: `請簡要說明${source.title}所稱的「${term}」是什麼。`,
    modelAnswer: `${meaning}。`,
    points,
    explanation: explainWith(source, `${term}，指${meaning}。`),
    citations: [cite(source, quote)],
    difficulty: 3,
    ability: 'understand',
    dimension: null,
  }
}

/** @param told what the question says already. */
function listPoints(answer: string, told: string): Point[] {
  const quantities = findQuantities(answer).filter((one) => !one.unit.endsWith('-range'))
  const points: Point[] = quantities.map(({ text, values, unitWords, unit }) => ({
    accepted:
      unit === 'fraction'
        ? [text, `${values[1]}/${values[0]}`]
        : unit === 'percent'
          ? [text, `${values[0]}%`, `${values[0]}％`]
          : [
              ...new Set([
                text,
                `${values[0]}${unitWords}`,
                `${values[0]} ${unitWords}`,
                `${spellNumber(values[0]!)}${unitWords}`,
              ]),
            ],
  }))
  let rest = answer
  for (const [term, ...others] of KEY_TERMS) {
    if (!rest.includes(term!) || told.includes(term!)) continue
    points.push({ accepted: [term!, ...others.filter((one) => !told.includes(one))] })
    rest = rest.replaceAll(term!, '／')
  }
  return points.slice(0, 4)
}
