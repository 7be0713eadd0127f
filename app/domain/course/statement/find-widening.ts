import type { Ground } from './read-ground'

/** Words that make a rule wider, surer or harsher than it is; one may be said only where the passage has one of its kind. */
const KINDS: readonly RegExp[] = [
  /任何人|每個人|人人|大家|不管是誰|無論(?:是)?誰/u,
  /一律|[均皆]|概(?![念略])|全都|通通/u,
  /任何|所有|一切|凡(?!例)|每一?[個位張種](?!月|禮拜|星期)|全部|不論|無論|不管|不分|各(?![自])|[均皆]|一律/u,
  /絕對|必定|一定(?=[會能可賠要得])|永遠|百分之百|無條件|保證|穩|零風險/u,
  /只有|只能|只可|僅|唯一|限於|為限/u,
  /隨時|立即|立刻|馬上|即時|儘速|盡快|即(?=[應通告停])/u,
  /罰鍰|罰金|處罰|罰款|[開裁]罰/u,
  /徒刑|拘役|刑責|坐牢|犯罪/u,
  /停止招攬|停權/u,
  /撤銷|廢止|吊銷/u,
  /無效|失效|不生效力/u,
  /解除|解約/u,
  /終止/u,
  /賠償|負責|責任|負.{1,20}責/u,
  /不給付|不賠|拒賠|免責|不負/u,
  /退還|返還|退費|退回|[可以會不]退/u,
  /停效|復效/u,
  // How often, how likely, and where it goes.
  /通常|往往|多半|大多|常常|經常|總是|一般來說|幾乎|大概|很少|偶爾|大部分/u,
  /越來越|逐[年月步漸]|愈來愈|持續(?=[上下增減升降提])|年年|連年/u,
  /往上|上升|上漲|走高|變高|調[高升]|提高|增加|變多|漲/u,
  /往下|下降|下跌|走低|變低|調降|降低|減少|變少|跌/u,
  /短期|長期|暫時|永久/u,
  // What is asked for on top.
  /附上|檢附|附(?![加近約屬])|提出|提供|繳驗|出具|攜帶|帶著/u,
  /親自|親(?=[簽洽臨])|到場|當面|面對面/u,
  /證明文件|證明書|診斷書|身分證|印鑑|正本|影本|報告|公證|認證|見證/u,
  /另計|另(?:外|行)?(?=[計收付加])|加[收計付]|額外|自付/u,
  /扣[除掉抵減]|減去|先扣/u,
  /利息|計息|本息|加息/u,
  /手續費|工本費|行政費|管理費|違約金|附加費用|費用/u,
  /免費|不收費|免收|無償|不用錢|免課|免稅/u,
  /[繳課扣][^，。]{0,4}稅/u,
  /優先|優惠|折扣|打折/u,
  // When it is done, and how often.
  /事[先前]|事後|當場|同時|續保|續約/u,
  /每[日天]|按日/u,
  /每週|每星期|按週/u,
  /每個?月|按月|月(?=宣告|繳|給付|領)/u,
  /每一?季|按季|季(?=宣告|繳|給付)/u,
  /每半年|半年/u,
  /每一?年|按年|[年逐]年|年(?=繳|度|給付|利率)/u,
  /下[週次期季]|下個?月|下星期|明[天年]|改天|過幾天/u,
  /同意|許可|核准|核定|核備|備查|授權|允許|答應|認可/u,
  /再次|[兩二三]次|重複|反覆/u,
  // By which way.
  /口頭|口說|當面說/u,
  /電話|來電|致電|打給|客服專線/u,
  /網路|線上|官網|[Aa]pp|[Ll][Ii][Nn][Ee]|通訊軟體/u,
  /簡訊|電子郵件|[Ee]-?mail|電郵|傳真/u,
  /櫃檯|櫃台|臨櫃|分公司|服務中心/u,
  /存證信函|掛號|雙掛號/u,
  // Which sum is meant.
  /保單價值準備金|保價金|保單價值(?!準備)|帳戶價值/u,
  /[所已實]繳|已經繳/u,
  /解約金/u,
  /喪葬/u,
]
/** 下列各款, 各該: lists, not everybody. */
const LIST_WORDS = /各(?:款|該|項|目|條|號)/gu

/** Whether a text says of all what holds for some, for sure what is open, or a consequence that the passage does not have. */
export function findWidening(text: string, { whole, place }: Ground): 'widening' | null {
  const there = `${place}\n${whole}`.replace(LIST_WORDS, '')
  const said = text.replace(LIST_WORDS, '')
  return KINDS.some((kind) => kind.test(said) && !kind.test(there)) ? 'widening' : null
}
