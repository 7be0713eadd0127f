import type { ItemContent } from '../../item'
import { buildOptions, cite, explainWith, type WriteContext } from '../candidate'
import { type Article, type Statement, tell } from './read-law'
import { tellCase } from './tell-case'

/** A legal effect at the end of a rule, how it is asked for, and what it is mixed up with. */
type Effect = { ending: RegExp; question: string; key: string; wrong: readonly string[] }

const EFFECTS: readonly Effect[] = [
  {
    ending: /應撤銷其業務員登錄(?:處分)?$/u,
    question: '應對其為下列何種處分',
    key: '撤銷業務員登錄',
    wrong: ['停止招攬三個月', '停止招攬一年', '書面警告'],
  },
  {
    ending: /(?<=保險人)不負給付保險金額之責$/u,
    question: '對保險金額的給付責任如何',
    key: '不負給付保險金額之責',
    wrong: ['仍負給付保險金額之責', '僅就半數負給付之責', '由法院酌定其給付之數額'],
  },
  {
    ending: /應返還全部保單價值準備金$/u,
    question: '應返還何種金額',
    key: '全部保單價值準備金',
    wrong: ['保單價值準備金之四分之三', '已繳保險費總額', '已繳保險費之半數'],
  },
  {
    ending: /(?:其|該)?契約無效$/u,
    question: '契約的效力如何',
    key: '契約無效',
    wrong: ['契約效力停止', '契約即為終止', '他方得解除契約'],
  },
  {
    ending: /保險契約之效力停止$/u,
    question: '保險契約的效力如何',
    key: '效力停止',
    wrong: ['自始無效', '即為終止', '繼續有效'],
  },
  {
    ending: /保險契約即為終止$/u,
    question: '保險契約的效力如何',
    key: '即為終止',
    wrong: ['自始無效', '效力停止', '繼續有效'],
  },
  {
    ending: /保險契約(?:仍)?繼續有效$/u,
    question: '保險契約的效力如何',
    key: '繼續有效',
    wrong: ['自始無效', '效力停止', '即為終止'],
  },
  {
    ending: /保險契約失其效力$/u,
    question: '保險契約的效力如何',
    key: '失其效力',
    wrong: ['繼續有效', '效力停止', '得由保險人解除'],
  },
  {
    ending: /(?:他方|保險人)得解除契約$/u,
    question: '他方得如何處理保險契約',
    key: '解除契約',
    wrong: ['請求減少保險費', '主張契約自始無效', '停止契約效力'],
  },
  { ending: /視為承諾$/u, question: '法律上視為什麼', key: '承諾', wrong: ['拒絕', '撤回', '新的要約'] },
  {
    ending: /(?:其)?保險金額作為被保險人(?:之)?遺產$/u,
    question: '其保險金額應如何處理',
    key: '作為被保險人之遺產',
    wrong: ['歸屬於要保人', '解交國庫', '返還於保險人'],
  },
]

/** Single choice on what follows: void, ended, suspended, taken as consent. */
export function writeEffectItems(article: Article, context: WriteContext): ItemContent[] {
  if (!context.types.has('single')) return []
  return article.statements.flatMap((statement) => askForEffect(article, statement, context) ?? [])
}

function askForEffect(
  article: Article,
  { text, quote, proviso }: Statement,
  { random }: WriteContext,
): ItemContent | null {
  const { source } = article
  const effect = EFFECTS.find((one) => one.ending.test(text))
  if (!effect) return null
  const told = text.replace(effect.ending, '')
  if (!/，$|保險人$|公司$/u.test(told) || effect.wrong.some((one) => told.includes(one))) return null
  const happened = proviso === '' ? tellCase(text, random) : null
  const question = `${told.slice(happened?.length ?? 0)}${proviso === '' ? '' : '原則上'}${effect.question}？`
  return {
    type: 'single',
    stem: happened === null ? article.head(question) : `${happened.told}${article.lead}${question}`,
    options: buildOptions(
      [{ text: effect.key, reason: `法條規定的法律效果是「${effect.key}」。` }],
      effect.wrong.map((one) => ({ text: one, reason: `法條規定的法律效果是「${effect.key}」，不是「${one}」。` })),
    ),
    explanation: explainWith(source, tell(quote, proviso)),
    citations: [cite(source, quote)],
    difficulty: 2,
    ability: happened === null ? 'understand' : 'apply',
    dimension: null,
  }
}
