import { hasBreachCounsel } from './find-breach-counsel'

/** What leads to a breach however it is put; the observer hears such words from an agent, and misses them in advice to one. */
const ALWAYS: readonly RegExp[] = [
  /(?:告知|健康|病史|職業|就醫|住院)[^。]{0,10}(?:不要|不用|不必|先不|先別|免|別)(?:寫|說|提|填|講)/u,
  /解約[^。]{0,8}(?:(?<!會)不會|都不|也不|不用)(?:有)?(?:虧|賠|損失|扣)/u,
  /空白[^。]{0,8}簽|先簽[^。]{0,10}(?:再|之後)[^。]{0,4}(?:填|補)/u,
  /(?:別|不要|不用|先不)(?:跟|和|告訴|讓|問)[^。]{0,4}(?:先生|太太|老公|老婆|家人|兒子|女兒|孩子|子女)(?:商量|討論|知道|說|講)?/u,
  /(?:錄音|電訪|問卷|適合度)[^。]{0,10}(?:都(?:回答|說|答|勾)|隨便(?:答|勾|填)|應付)/u,
]
/** The same, unless the clause says not to. */
const UNLESS_DENIED: readonly RegExp[] = [
  /(?:佣金|回扣)[^。]{0,8}(?:退|折|分|還|給)|(?:退|折|分)[^。]{0,3}佣金|墊[^。]{0,8}保費|保費[^。]{0,8}墊/u,
  /(?:借款|貸款|借錢|借來)[^。]{0,8}(?:繳|買|付|投保)|(?:解約|定存解掉|停掉|退保)[^。]{0,8}(?:再?來?買|換|轉)/u,
  /(?:匯|轉|存|付|交)(?:到|給|進)[你妳我]|[你妳我](?:的)?(?:帳戶|戶頭)/u,
  /(?:公司|同業|別家|他們)[^。]{0,6}(?:快|要|會)(?:倒|垮)|把錢轉(?:過來|出來)/u,
  /(?:(?<!不)一定|穩|穩穩|保證|絕對|肯定|包)(?:會|能|可以)?(?:賺|獲利|不賠|不虧|回本|領回|理賠|免稅|保本|過)/u,
  /不(?:簽|買|決定)[^。]{0,4}(?:就沒|就來不及|後悔|停賣)|(?:就要|快要?|明天就?)停賣|趕快(?:簽|買|決定)/u,
  /(?:費用|手續費|違約金)[^。]{0,4}(?:零|免收|全免|不收|沒有)|不(?:會|用)?(?:收|扣)(?:任何|什麼)?(?:費用|手續費|錢)/u,
  /[拿領退]回?(?:全部|全額|所有)|(?:全部|全額|一毛不少)[^。]{0,3}[拿領退]回|隨時[^。]{0,4}(?:拿|領|解約)|本金[^。]{0,3}(?:都在|不會少|安全)/u,
  /(?:利率|利息|配息)[^。]{0,4}(?:不會|不)(?:變|降|調)/u,
]
const DENIED =
  /不能|不可|不要|不得|(?<![特分個區性])別(?![家人的處張])|勿|避免|不該|不是|沒有|違|不准|禁|哪有|並非|誰也|沒人|不保證|能不能|需不需要|會不會|是不是|有沒有|嗎|以為|小心|詐騙|誤會/u

/** @returns whether some clause calls for, or says, what no agent may. */
export function hasBreachWords(text: string): boolean {
  const clauses = text.split(/[，。！？!?；;：:\n]/u)
  const isBreach = (clause: string) =>
    ALWAYS.some((pattern) => pattern.test(clause)) ||
    (UNLESS_DENIED.some((pattern) => pattern.test(clause)) && !DENIED.test(clause))
  return clauses.some(isBreach) || hasBreachCounsel(text)
}
