/** What a policy may cover or pay, each with the words that mean the same. */
const COVERS: readonly RegExp[] = [
  /醫療|實支實付/u,
  /手術|開刀/u,
  /住院/u,
  /失能|殘廢/u,
  /扶助金/u,
  /長照|長期照[顧護]|看護/u,
  /重大疾病|重大傷病|特定傷病/u,
  /癌症?|腫瘤|化療|標靶/u,
  /意外|骨折|燒燙傷|車禍/u,
  /豁免/u,
  /生存(?:保險)?金/u,
  /滿期金|祝壽/u,
  /還本|(?:期滿|滿期|繳滿|到期)[^，。]{0,8}(?:退還|退回|領回)/u,
  /分紅|紅利/u,
  /保證續保/u,
  /附約/u,
  /門診|牙科|健康檢查|健檢/u,
]
/** Everybody speaks of these: only a policy that pays for them is a statement. */
const ILLNESS = /生病|疾病|感冒|流感|肺炎/u
/** 「醫療險」 names a kind of insurance, not what this one covers. */
const KIND = /(?:醫療|實支實付|長照|長期照顧|失能|意外|傷害|癌症?|重大疾病|重大傷病)(?:保?險|保單)/gu
/** Lines of a document, and clauses, that name what the policy is not about. */
const NOT_COVERED = /不適合|不保|除外|不賠|不給付|不含|不包[含括]/u
const ELSEWHERE = /準備金|預算|顧好|缺口|例如/u
/** The clause says something of the policy at hand. */
const AFFIRMS =
  /[這那](?:一)?[張份個]|附(?:加|有|贈|帶|了|上)|含|涵蓋|包(?:括|到|了)?|保障|給付|理賠|[也都會就有]賠|[領享送得]|還有|也有|會有/u
const NOT = /沒|無|未|別|除外|免談|不(?![只但僅光]|用擔心|必擔心|用怕|同)/u
const ASKS = /[？?]$|嗎|有沒有|是不是|是否|什麼|哪|多少|問|了解一下/u
/** Health and what is told of it. */
const HEALTH = /告知|病史|紀錄|病歷|得過|照實|據實|就醫|健康|收據|診斷/u
const OF_THIS = /[這那](?:一)?[張份]|附(?:加|有|贈|帶|了|上)|還有|也有/u

const WHEN =
  /(?:當[天日]|隔[天日]|馬上|立[刻即]|即刻|即時|[0-9一二兩三四五六七八九十]+個?(?:工作[天日]|[天日](?:之?內|就))|[0-9一二兩三四]+個?(?:小時|鐘頭)(?:之?內|就)|[一1]個?(?:週|禮拜|星期)(?:之?內|就))/u
const PAID =
  /入帳|進帳|到帳|[進到][您你妳我她他]?的?(?:戶頭|帳戶)|匯[進到給]|匯款|撥[款下]|理賠|給付|賠[給您下完]|[領拿](?:得)?到|[領拿]回|錢[^，。]{0,4}下來|到[您你她他]?手[上裡]/u
/** 「我馬上查」: what is done at once is no payment. */
const DONE_AT_ONCE =
  /(?:當天|隔天|馬上|立[刻即])(?:就)?(?:會)?(?:幫[您她他你])?(?:再)?(?:查|回[覆答]|更正|告訴|跟|向|問|說|講|確認|打|聯絡|停|收回|改)/u

/**
 * Looks for cover, a benefit or a time of payment that no document gives. An agent may ask about any cover, and say that there is none; a mere
 * mention may lean on what was said in the talk, a statement about the policy on the documents alone.
 *
 * @param documents passages, the products' facts and the coach's own advice.
 * @param said the talk.
 */
export function statesUnheldCover(text: string, documents: readonly string[], said: readonly string[]): boolean {
  const held = documents
    .flatMap((one) => one.split(/[\n。]/u).filter((line) => !NOT_COVERED.test(line)))
    .flatMap(splitClauses)
    .filter((clause) => !NOT.test(clause) && !ELSEWHERE.test(clause))
  const talked = said.join('\n')
  return splitClauses(text).some((clause) => isUnheldTime(clause, held) || hasUnheldCover(clause, held, talked))
}

const splitClauses = (text: string) => text.match(/[^，。！？!?；;：:\n]+[？?]?/gu) ?? []

function isUnheldTime(clause: string, held: readonly string[]): boolean {
  const when = WHEN.exec(clause)?.[0]
  if (when === undefined || !PAID.test(clause) || DONE_AT_ONCE.test(clause) || NOT.test(clause)) return false
  return !held.some((one) => one.includes(when) && PAID.test(one))
}

function hasUnheldCover(clause: string, held: readonly string[], talked: string): boolean {
  const isOfThis = OF_THIS.test(clause)
  const rest = isOfThis ? clause : clause.replace(KIND, '…')
  const named = [...COVERS, ...(isOfThis ? [ILLNESS] : [])].filter((cover) => cover.test(rest))
  if (named.length === 0 || NOT.test(clause)) return false
  if (!isOfThis && (ASKS.test(clause) || HEALTH.test(clause))) return false
  const affirms = AFFIRMS.test(clause)
  return named.some((cover) => !held.some((one) => cover.test(one)) && (affirms || !cover.test(talked)))
}
