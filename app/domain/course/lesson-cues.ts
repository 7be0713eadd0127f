import type { ItemSource } from '../quiz/item'

/**
 * The words by which a text is known to be about a behaviour of the catalogue: what links a chapter of a law or a sheet to what is said in a talk. Only
 * behaviours that a text can teach are listed.
 */
export const LESSON_CUES: Readonly<Record<string, RegExp>> = {
  'opening.identify': /登錄證|所屬公司|表明身分|自我介紹/u,
  'opening.licence': /登錄證/u,
  'opening.purpose': /來意|開場/u,
  'opening.privacy_notice': /個人資料|個資/u,
  'discovery.goal': /投保目的|需求|想要什麼/u,
  'discovery.family': /家庭|扶養|家中主要|家人一起/u,
  'discovery.finance': /收入與|年收入|支出|財務狀況|預算/u,
  'discovery.coverage': /既有保|已有的保|其他商業保險|手上的保/u,
  'discovery.risk': /風險承受|投資屬性|風險屬性|承受能力/u,
  'discovery.premium_source': /資金來源/u,
  'discovery.elder_capacity': /長輩|辨識.{0,4}能力|六十五歲以上|65 ?歲以上/u,
  'listening.empathy': /同理|心情|感受/u,
  'listening.paraphrase': /複述|換句話說|用自己的話/u,
  'listening.check': /聽懂|有沒有不清楚|確認.{0,4}了解/u,
  'explanation.plain': /白話|比喻|術語|聽得懂/u,
  'disclosure.premium': /繳費年期|年繳|保費與年期|繳費期間|躉繳/u,
  'disclosure.affordability': /負擔得起|負擔保/u,
  'disclosure.fee': /附加費用|前置費用|各項費用|費用及違約金|手續費|管理費|費用率/u,
  'disclosure.surrender_loss': /提前解約|解約費用|解約會|解約金|領回/u,
  'disclosure.non_guaranteed': /宣告利率|非保證|不保證/u,
  'disclosure.investment_risk': /投資風險|投資損益|盈虧自負|損益自負|最大可能損失/u,
  'disclosure.fx_risk': /匯率|外幣|匯兌/u,
  'disclosure.exclusion': /除外責任|等待期|不賠|不給付|不負.{0,6}責任/u,
  'disclosure.cooling_off': /撤銷/u,
  'disclosure.duty_to_disclose': /據實|書面詢問|照實/u,
  'disclosure.recording': /錄音|錄影/u,
  'disclosure.suitable': /適合|適合度/u,
  'disclosure.replacement_loss': /舊保單|轉保|契約轉換|終止有效契約/u,
  'disclosure.guaranty_fund': /安定基金|存款保險/u,
  'disclosure.complaint': /申訴|評議/u,
  'disclosure.scam_check': /詐騙|防詐|詐欺/u,
  'objection.acknowledge': /異議|接納|太貴|再想想/u,
  'objection.clarify': /釐清/u,
  'closing.next_step': /下一步|約.{0,6}時間|後續/u,
  'closing.no_pressure': /不急|慢慢來|尊重.{0,6}決定/u,
  'listening.ignore': /漏聽|沒有回答|岔開/u,
  'explanation.jargon': /術語|專有名詞/u,
  'objection.argue': /反駁|爭辯/u,
  'closing.premature': /太早|急著簽|促成/u,
  'violation.guaranteed_return': /保本|保證(?:收益|獲利|報酬|給付)|穩賺/u,
  'violation.false_statement': /不實/u,
  'violation.conceal': /隱匿|不為說明|隱瞞/u,
  'violation.nondisclosure': /不實告知|不為告知|說明義務|唆使|照實|據實/u,
  'violation.rebate': /放佣|退佣|折減保|特別利益/u,
  'violation.exaggerate': /誇大/u,
  'violation.sign_for': /代簽|親自簽|簽章|簽名/u,
  'violation.twisting': /舊保單|轉保|終止有效契約|誘導/u,
  'violation.loan_to_pay': /借款|貸款/u,
  'violation.handle_money': /挪用|代收|個人帳戶|印章|存摺/u,
  'violation.unapproved': /未經核准|未核准|非本公司|未取得.{0,6}許可/u,
  'violation.improper_comparison': /存款|定存|比較/u,
  'violation.disparage': /詆毀|攻訐|同業/u,
  'violation.pressure': /施壓|威脅|利誘|假的期限|脅迫|逼/u,
  'violation.unsuitable': /不適合/u,
  'violation.skip_safeguard': /錄音|電話訪問|電話關懷|覆審/u,
  'violation.privacy': /個人資料|個資|洩漏/u,
  'violation.tax_pitch': /節稅|避稅|遺產稅|贈與稅|實質課稅/u,
}

const MAX_COUNTED = 4
/** A heading tells more than a mention. */
const HEADING_WEIGHT = 3

/**
 * The behaviours that the sources are about, most of all first.
 *
 * @returns codes with a weight of at least `least`; the same text gives the same list.
 */
export function findLessonCodes(sources: readonly ItemSource[], least = 2): string[] {
  const headings = sources.map((one) => one.headings.join(' ')).join('\n')
  const titles = new Set(sources.map((one) => one.title))
  const text = sources.map((one) => one.text).join('\n')
  const weigh = (cue: RegExp) => {
    const count = (words: string) => words.match(new RegExp(cue.source, 'gu'))?.length ?? 0
    // A sheet's own name stands everywhere and means nothing here.
    const inHeadings = count([...new Set(headings.split('\n'))].join('\n'))
    const inTitle = [...titles].some((title) => cue.test(title)) ? 1 : 0
    return Math.min(MAX_COUNTED, count(text)) + HEADING_WEIGHT * Math.min(2, inHeadings) + inTitle
  }
  return Object.entries(LESSON_CUES)
    .map(([code, cue]) => ({ code, weight: weigh(cue) }))
    .filter((one) => one.weight >= least)
    .sort((a, b) => b.weight - a.weight)
    .map((one) => one.code)
}
