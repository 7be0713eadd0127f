import type { ItemContent } from '../../item'
import { buildOptions, cite, explainWith, type WriteContext } from '../candidate'
import { markNegative, putInPrinciple } from './phrase-stem'
import { type Article, type Statement, tell } from './read-law'
import { listRivals } from './roles'

const ROLE =
  '被保險人|要保人|受益人|保險人|所屬公司|各有關公會|業務員|金融消費者|金融服務業|爭議處理機構|委託人|受託人|當事人|消費者|納稅義務人'

/** Where a role can be asked for, and how: 由要保人負擔 → 由何人負擔. */
const PLACES: readonly RegExp[] = [
  new RegExp(`(?<=由)(${ROLE})(?=負|承擔|支付|代為|自行|為之|返還|給付)`, 'u'),
  new RegExp(`(?<=經)(${ROLE})(?=之?書面同意|之?同意|以書面)`, 'u'),
  new RegExp(`(?<=[向]|通知)(${ROLE})(?=$|申請|請求|提出|為|返還|借款)`, 'u'),
  new RegExp(`(?<=，)(${ROLE})(?=(?:應|得|不得|負|仍得|有)[^，]{4,}$)`, 'u'),
  new RegExp(`(?<=^)(${ROLE})(?=(?:得|應|不得)[^，]{4,})`, 'u'),
  new RegExp(`(?<=為)(${ROLE})(?=之利益而存在$|本人$)`, 'u'),
]
const BODIES = /公會|金融服務業|機構|公司|投保單位|企業經營者/u

/** Single choice and cloze on who may, must, bears or is to be told. */
export function writeRoleItems(article: Article, lawText: string, context: WriteContext): ItemContent[] {
  if (!context.types.has('single')) return []
  return article.statements.flatMap((statement) => askForRole(article, statement, lawText) ?? [])
}

function askForRole(article: Article, statement: Statement, lawText: string): ItemContent | null {
  const { text, quote, proviso } = statement
  const { source } = article
  for (const place of PLACES) {
    const found = place.exec(text)
    if (!found) continue
    const role = found[1]!
    const [before, behind] = [text.slice(0, found.index), text.slice(found.index + role.length)]
    // 要保人或被保險人 is one answer; a role that the rest of the sentence names would be told by it.
    if (/[或及與、之]$/u.test(before) || /^[或及與、]/u.test(behind) || (before + behind).includes(role)) continue
    // 保險人 stands inside 被保險人: the role itself is out of sight while its rivals are looked for.
    const elsewhere = source.text.replaceAll(role, '＿')
    const rivals = listRivals(role, lawText).filter(
      (one) => !before.includes(one) && !elsewhere.includes(`${one}${behind.slice(0, 3)}`),
    )
    if (rivals.length < 3) continue
    const opening = proviso === '' ? before : putInPrinciple(before)
    if (opening === null) continue
    const who = BODIES.test(role) || rivals.some((one) => BODIES.test(one)) ? '下列何者' : '何人'
    return {
      type: 'single',
      stem: markNegative(article.head(`${opening}${who}${behind.split('；')[0]}？`)),
      options: buildOptions(
        [{ text: role, reason: `法條規定的是${role}。` }],
        rivals.slice(0, 3).map((one) => ({ text: one, reason: `法條規定的是${role}，不是${one}。` })),
      ),
      explanation: explainWith(source, tell(quote, proviso)),
      citations: [cite(source, quote)],
      difficulty: 2,
      ability: 'understand',
      dimension: null,
    }
  }
  return null
}
