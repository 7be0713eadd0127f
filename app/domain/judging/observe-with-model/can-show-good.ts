import { pattern } from '../observer/text/pattern'
import { readUtterance } from '../observer/text/read-utterance'

/** What people speak of at such a table; an answer that speaks of none of it is none. */
const BUSINESS =
  '<product>|<cover>|<family>|<illness>|<amount>|<percent>|<deposit>|<fund>|<commission>|保(單|險|費|障|額|本|證)|費(用|率)|解約|利率|領|繳|賠|給付|理賠|條款|契約|風險|虧|損失|匯率|美元|台幣|錢|存|年金|退休|收入|預算|負擔|撤銷|期|試算|建議書|說明書|登錄證|公司|安禾|主管|(去|再|會|幫您|跟您)(查|問|確認)|回去|再(回|跟)您|資料|醫療|住院|身故|受益|要保|貸款|定存|基金|投資|還本|保守|方案|選|調整|彈性|不(用|急|一定|買|勉強)|認識|介紹|我(是|姓|叫)|分鐘|今天|電話|錄音|稅'

/**
 * Words of which some must stand in what a model quotes for a good code, so that it cannot credit what was not spoken of.
 * `?` asks for a question. Codes of manner (empathy, paraphrase, plain words) go by the turns of phrase that people have for them, answers by speaking of the
 * business at all: a model that points at words aimed at itself shows nothing.
 */
const CUES: Readonly<Record<string, RegExp | '?'>> = {
  'opening.greet': pattern('好|早|謝|打擾|感謝|幸會|不好意思|歡迎|辛苦'),
  'opening.identify': pattern('我(是|叫|姓|這邊)|敝姓|安禾|人壽|保險|業務|顧問|公司'),
  'opening.licence': pattern('登錄|證|字號|名片|資格'),
  'opening.purpose': pattern('今天|來|想(跟|和)您|介紹|說明|了解|討論|聊|目的|主要'),
  'opening.permission': pattern('可以|方便|能(不能|否)|好嗎|願意|同意|介意|行嗎|好不好'),
  'opening.privacy_notice': pattern('個資|資料|隱私|蒐集|保密|不(想|用)(說|講|回答)|可以不|拒絕'),
  'discovery.open_question': '?',
  'discovery.goal': pattern('目的|目標|希望|想要|期待|規劃|打算|擔心|在意|重視|需求|用途|為什麼|考量|想法|最'),
  'discovery.family': pattern('<family>|結婚|單身|成員|幾個|受益人|同住|照顧|扶養'),
  'discovery.finance': pattern('收入|薪|賺|支出|開銷|花|存|預算|貸款|負債|資產|錢|退休金|房貸|投資|財'),
  'discovery.coverage': pattern('保單|保險|保障|買過|投保|勞保|團保|健保|儲蓄險|壽險|醫療險'),
  'discovery.health': pattern('<illness>|身體|健康|工作|職業|上班|抽菸|運動|作息|吃藥|體況'),
  'discovery.risk': pattern('風險|虧|賠|投資|波動|經驗|承受|保守|積極|損失|屬性|跌'),
  'discovery.premium_source': pattern(
    '來源|哪裡來|哪邊來|從哪|存款|定存|薪水|解約|借|資金|這筆錢|閒錢|退休金|怎麼來|準備',
  ),
  'discovery.elder_capacity': pattern('家人|兒子|女兒|孩子|陪|一起|聽(得)?(懂|清楚)|了解|明白|清楚|不利|說一遍'),
  'listening.empathy': pattern(
    '懂|理解|了解|明白|體會|感受|辛苦|不容易|擔心|難過|難怪|正常|心情|壓力|委屈|不捨|換(成|作)(是)?我|我也(會|是)|聽起來|聽得出|捨不得|怕|焦慮|安心|遺憾|心疼',
  ),
  'listening.paraphrase': pattern(
    '您(剛|說|的意思|是說|提|講|希望|擔心|在意|覺得|想要)|所以您|聽起來|意思是|也就是(說)?您|我理解的|換句話|這樣(理解|說)對',
  ),
  'listening.answer': pattern(BUSINESS),
  'listening.check': pattern('清楚|了解|明白|對(嗎|不對|吧)|是(嗎|不是|這樣)|懂|可以嗎|好嗎|問題|聽得'),
  'explanation.plain': pattern(
    '就是|好比|像(是)?|比(如|方)|例如|譬如|舉(個)?例|簡單|白話|意思|等於|也就是|換句話|打個比方|算(給|一下)|假設|<amount>|<percent>',
  ),
  'explanation.feature': pattern('<product>|<cover>|年金|利率|期間|領|給付|繳|保額|附約|身故|滿期|條款|帳戶'),
  'explanation.tailor': pattern('您(的|剛|說|提|家|這|現在|目前|想|擔心|有)|因為您|像您|對您|以您|適合'),
  'explanation.evidence': pattern('條款|說明書|dm|建議書|試算|簡介|公告|官網|文件|頁|資料|條|金管會|網站|寫'),
  'disclosure.premium': pattern('保費|繳|期|年期|月繳|年繳|<amount>|元|塊|萬'),
  'disclosure.affordability': pattern('負擔|壓力|繳得|預算|長期|繳(不|得)|影響|生活費|吃緊|能力|撐'),
  'disclosure.fee': pattern('費用|附加費|管理費|手續費|前置|保險成本|解約費|<percent>|扣|成本'),
  'disclosure.surrender_loss': pattern('解約|提前|中途|停繳|退保|拿回|領回|損失|少|虧|賠|領不回'),
  'disclosure.non_guaranteed': pattern('不(是)?保證|非保證|沒(有)?保證|會變|變動|不固定|不一定|調|浮動|可能'),
  'disclosure.investment_risk': pattern('風險|虧|賠|跌|損失|自負|自行|波動|本金|淨值|市場'),
  'disclosure.fx_risk': pattern('匯率|匯差|匯損|美元|美金|外幣|台幣|換'),
  'disclosure.exclusion': pattern(
    '<excluded>|<waiting>|除外|不(理)?賠|不保|不給付|限制|條件|上限|例外|三十天|90天|30天',
  ),
  'disclosure.cooling_off': pattern('撤銷|十(天|日)|10(天|日)|反悔|契撤|猶豫|退(保|回)|無條件'),
  'disclosure.duty_to_disclose': pattern('告知|據實|照實|誠實|如實|老實|隱瞞|不實|問卷|健康'),
  'disclosure.recording': pattern('錄音|錄影|全程錄|錄下'),
  'disclosure.suitable': pattern('適合|符合|不(適合|建議)|評估|需求|屬性|因為|所以|剛好|夠|負擔'),
  'disclosure.replacement_loss': pattern('<old>|<endOld>|損失|重新|可惜|買不回|等待期|體況'),
  'disclosure.guaranty_fund': pattern('安定基金|存款保險|不是存款|非存款|保障'),
  'disclosure.complaint': pattern('申訴|評議|客服|0800|1998|爭議|投訴'),
  'disclosure.scam_check': pattern('詐騙|165|騙|警|匯款|查證|不認識|陌生|線上|老師|群組|行員'),
  'objection.clarify': '?',
  'objection.confirm': '?',
  'objection.acknowledge': pattern(
    '懂|理解|了解|明白|體會|確實|的確|沒錯|有道理|正常|難怪|合理|應該的|會(這樣)?(想|擔心|怕)|顧慮|擔心|考慮|換(成|作)(是)?我|我也(會|是)|您(說|講)(得|的)|謝謝您',
  ),
  'objection.respond': pattern(BUSINESS),
  'closing.summarise': pattern('總結|整理|所以|簡單(說|來說)|重點|剛(剛|才)|第一|總之|歸納|一共'),
  'closing.ask': pattern('決定|簽|送件|辦|投保|申請|要不要|這樣可以|進行|開始|考慮|選|方案'),
  'closing.next_step': pattern(
    '下(次|週|周|禮拜|星期|一步|個)|明天|後天|再(約|來|寄|傳|帶|跟|拿)|改天|時間|試算|建議書|約|準備|回去|禮拜|星期',
  ),
  'closing.no_pressure': pattern(
    '不(急|用急|勉強|強迫|用今天|用現在|用馬上|買|簽|一定)|慢慢|考慮|想一想|想想|商量|沒關係|隨時|尊重|都可以|自己決定|再決定',
  ),
}

/** @returns whether the words can show the code: they hold a word of its matter, or ask something where it is a way of asking. */
export function canShowGood(code: string, quote: string): boolean {
  const cue = CUES[code]
  if (cue === undefined) return true
  const utterance = readUtterance(quote)
  if (cue === '?') return /\?/u.test(utterance.text) || utterance.clauses.some((clause) => clause.isQuestion)
  cue.lastIndex = 0
  return cue.test(utterance.text)
}
