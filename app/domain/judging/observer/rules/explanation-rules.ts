import type { ObserverContext } from '../observer-context'
import { pattern } from '../text/pattern'
import { findClauses } from '../text/read-utterance'
import { type Finding, isFound, rule } from './rule'

const tell = { mood: 'tell' } as const

export const EXPLANATION_RULES = [
  rule(
    'explanation.feature',
    {
      ...tell,
      confidence: 0.75,
      unless:
        '不賠|不理賠|不給付|除外|解約|扣|後悔|撤銷|照實|告知|別家|佣金|保證(獲利|保本)|退您|身上|您(現在|目前)有|推保額|版本|各一版|拿出來|例子|借錢|便宜|再(講|談|說)|會講到|建議書|試算|平台有',
    },
    '(?:身故|死亡|走了|身後|往生|失能|殘廢|住院|手術|門診|病房|雜費|意外|癌症|重大傷病|失智|臥床|長照|生病|受傷|骨折|燒燙傷|罹|確診|百年)…(?:賠|給付|給|理賠|領|付|有|保障|撥|補|都算|一次)',
    '(?:賠|給付|理賠|領|撥|付|支付|保障|補)(?:的)?(?:是|給|到|您|一筆|一次|每月|每個月|<amount>|按|照|依|全額|實際)…',
    '(?:一次|按月|每月|每個月|每年|分期)(?:給付|領|給|付|撥|賠|拿)',
    '(?:保額|額度|限額|上限|病房|雜費|手術|門診手術|日額|保險金額|保險金)…(?:[0-9]|<amount>|[一二兩三四五六七八九十百]+(?:萬|千))',
    '(?:<amount>|[0-9][0-9,]*)…(?:保額|額度|雜費|手術費?|病房|給付)',
    '(?:保證續保|續保|保障|保|保到|領到|活到)…(?:[0-9]+|[一二三四五六七八九十百]+)歲|終身(?:保障|給付|有效|型|壽險)',
    '(?:期滿|滿期|時間到)…(?:沒有|沒|無|不|給付|領|就|結束|終止)',
    '(?:年期|繳費期間|保障期間|保證期間|累積期間?|累積)…(?:[0-9]|[一二三四五六七八九十]+年)',
    '(?:這張|這個|這款|它|這支|我們的?|這份|這種|安禾)…(?:是|保|屬於|主要|就是|叫)…(?:保障|純保障|壽險|年金|醫療|意外|附約|主約|投資|利變|定期|終身|傷害|健康保險|保單|險)',
    '(?:停效|復效|催告|寬限|墊繳)…(?:天|年|可以|申請|恢復)',
    '(?:實支實付|一次金|增值回饋|分享金|回饋)…(?:給|看|依|按|用|分|加|會|就)|(?:收據|單據|證明|診斷書)…(?:賠|理賠|給付|申請|就)',
    '(?:沒有|無|不用)(?:等待期|體檢|免體檢)|免體檢|(?:猝死|疾病|意外)…(?:也|都)…(?:在裡面|有|算|包含|保)',
    '(?:投保年齡|年齡|最低|最高|保額)…(?:[0-9]+歲|[0-9]+(?:萬|到|起)|歲到|歲以內|<amount>)',
    '(?:留|給|交|付)給?(?:您)?(?:家人|家裡|太太|先生|小孩|孩子|受益人|指定的)…(?:錢|一筆|生活|過)|(?:受益人|家人|家裡|太太)…(?:領|拿到|收到)',
    '(?:失能|殘扶)…等級|按(?:照)?等級|(?:照|依)等級|工作能力|六項|cdr|日常活動',
  ),
  rule(
    'explanation.plain',
    {
      ...tell,
      confidence: 0.78,
      unless:
        '一定是這樣|不是(那個|這個)意思|如果對方|好像(沒|不|是(沒|不)|有聽|在哪|記得|要)|例外|比如說?您(哪|什麼)|就像(您|我)(剛才|剛剛|說|講)',
    },
    '(?:就像|好像|好比|像是|有點像|比較像|很像|如同|親像|宛如)(?!您說)[^,。!?]{2,}',
    '(?:[^,。!?]{1,8}叫(?:做)?(?:宣告利率|預定利率|躉繳|等待期|免責期|既往症|實支實付|解約金|保險成本|附加費用|前置費用))',
    '(?:打個?比方|比方(?:說|講)?|譬如|比喻|舉(?:個)?(?:例|例子)|例如|比如(?:說)?|簡單(?:來)?(?:說|講)|白話(?:文|一點)?|換句話說|換個(?:說法|方式)|講白(?:了|一點|話)|用(?:簡單|白話|生活))',
    '(?:意思(?:就)?是|也就是(?:說)?|就是說|指的是|所謂的?|(?:叫做?|叫)[^,。!?]{2,8}(?:就是|是指|,就是|,意思))',
    '(?:宣告利率|預定利率|躉繳|等待期|免責期|除外|既往症|要保人|被保險人|受益人|解約金|實支實付|保證期間|年金化|附加費用率?|前置費用|保險成本|復效|停效|定期|終身|附約|主約|淨值|增值回饋|自然費率|正本|損害填補|豁免|免責|定額)[^,。!?]{0,5},?(?:就是|是指|意思|指|等於|就等於|,是)[^。!?]{2,}',
    '(?:一天|每天|一個月|平均|換算|等於|相當於|差不多是)…(?:不到|大約|大概|約|只要|就)…(?:塊|元|杯|便當|咖啡|飲料)',
    '(?:假設|假如|如果|算給您(?:看|聽)|比如)…(?:[0-9]+|[一二兩三四五六七八九十百]+(?:萬|千|歲|天|年))[^。!?]{0,30}(?:就|會|賠|扣|剩|領|拿|變|等於|大約|大概|左右)',
    '(?:加起來|扣掉|乘|除以|換算|減掉|剩下?)…(?:[0-9]+|[一二兩三四五六七八九十百]+(?:萬|千|多))',
    '(?:[0-9]+|[一二兩三四五六七八九十百]+)(?:萬|元|塊)?[^,。!?]{0,4}(?:就是|等於)先?[^,。!?]{0,3}扣',
    '(?:雨傘|房租|租房|租房子|火險|車險|備胎|安全帶|存錢筒|水庫|安全網|救生圈|口罩|滅火器)',
  ),
  rule('explanation.plain', { confidence: 0.75 }, '(?:用|拿)[^,。!?]{1,8}(?:來)?(?:比喻|打比方|舉例|做比喻)'),
  rule(
    'explanation.plain',
    {
      ...tell,
      confidence: 0.72,
      when: (context) => /什麼意思|是什麼|解釋|聽不懂|看不懂|當機|不懂|白話/u.test(context.clientText),
    },
    '(?:^|[,。!?])(?:就是|意思是|簡單講|等於|是說|它是|其實就是)[^。!?]{3,}',
  ),
  rule(
    'explanation.evidence',
    { ...tell, confidence: 0.8, unless: '還沒|沒帶|沒有(帶|附)|之後再(看|寄)' },
    '(?:條款|dm|簡介|說明書|保單樣張|範本|建議書|試算表|利率表|解約金表|費用表|商品說明|要保書|公文|公告|示範條款|手冊|附表)…(?:第[0-9一二三四五六七八九十]+[條頁項]|上面|裡面|寫|這裡|這一頁|這邊|您看|給您看|有列|列出|有附|附|折角|圈|標|畫|留|傳給|給您|都有|載明|白紙黑字|可以(?:看|查))',
    '(?:您看|翻到|看一下|請看|參考|根據|依照|依據|照|按照|附上?|帶了|帶來|圈|留|指|連)…(?:條款|dm|簡介|說明書|建議書|試算表|解約金表?|費用表|官網|第[0-9一二三四五六七八九十]+[條頁]|保險法|公開資訊|條文|利率表|示範條款|商品說明)',
    '(?:保險法|民法|法規|辦法|遺產及贈與稅法|所得稅法|金融消費者保護法|個資法)…(?:第?[0-9一二三四五六七八九十百]+條|規定|寫|有講)',
    '(?:官網|網站|公司網頁|資訊公開|公開資訊|金管會|評議中心|保險局|衛福部|健保署|國稅局|保發中心|165)…(?:查|看|公告|公布|有|寫|網站|資料|規定|統計|可以問|專線)',
    '(?:dm|簡介|條款|官方|統計|資料)上(?:面)?的?(?:例子|範例|數字|寫|說|列|有)?|白紙黑字(?:寫|都)',
  ),
]

const TERMS =
  /要保人|被保險人|受益人|損害填補|自然費率|平準費率|實支實付|實支|定額給付|定額|宣告利率|預定利率|責任準備金|保單價值準備金|保價金|增值回饋分享金|增值回饋|躉繳|年金化|年金累積期間|累積期間|保證期間|甲型|乙型|解約金|附加費用率|前置費用|目標保費|超額保費|危險保費|保險成本|淨危險保額|免責期|除外責任|豁免保費|豁免|附約|主約|cdr|adl|巴氏量表|展期定期|減額繳清|次標準體|弱體|既往症|契約撤銷|利變型|利率變動型|irr|連結標的|類全委|撥回|精算|死差|利差|費差|變額|萬能|正本收據|副本理賠|給付認定依據|重大傷病證明|核保|保費豁免|貨幣型|標的經理費|資產撥回|停效|復效|自動墊繳|增額|年金因子|預定死亡率|完全失能|等級表|個資同意書|轉帳授權|健康告知/gu

const EXPLAINERS = pattern(
  '就是(?!要保|自然|定額)|意思|白話|簡單(?:說|講)|好像|好比|就像|比方|譬如|也就是|換句話|等於|是指|公司每個月|例如|舉例|比喻|所謂|用掉多少|沒有.{0,8}拿|就是一次',
)

/**
 * Two or more technical terms in a row that nobody explains. Three different terms are needed, or two when the client
 * has just said that they do not follow.
 */
export function findJargon(context: ObserverContext): Finding[] {
  const findings: Finding[] = []
  const isLost = /聽不懂|看不懂|中文不太好|當機|什麼意思|太複雜|霧煞煞|搞不懂/u.test(context.clientText)
  for (const sentence of context.utterance.sentences) {
    const terms = [...sentence.text.matchAll(TERMS)]
    const kinds = new Set(terms.map((term) => term[0]))
    if (kinds.size < (isLost ? 2 : 4)) {
      const hard = [...kinds].filter((term) => !/受益人|附約|主約|健康告知|解約金|核保|irr|實支|保證期間/u.test(term))
      if (hard.length < 3) continue
    }
    if (isFound(EXPLAINERS, sentence.text)) continue
    const clauses = findClauses(
      context.utterance,
      sentence.start + terms[0]!.index,
      sentence.start + terms.at(-1)!.index + terms.at(-1)![0].length,
    )
    findings.push({
      code: 'explanation.jargon',
      start: clauses[0]!.start,
      end: clauses.at(-1)!.end,
      confidence: 0.7 + 0.05 * Math.min(kinds.size, 5),
    })
  }
  return findings
}

const PLAN_WORDS = pattern(
  '保|賠|領|放|繳|補|撐|夠|買|險|額|期|付|費|給付|解約|留|拿|規劃|年金|用到|動|顧|空|剩|缺|扛|還',
)
const OWN_TIES = pattern(
  '您(?:剛|剛剛|剛才|前面|之前)(?:有)?(?:說|提|講)|像您|以您(?:的|這樣)?|您(?:這樣)?的(?:情況|狀況|需求|條件|工作|年紀|身體|收入|責任)|對您(?:來說|家|最)|您(?:最)?(?:擔心|在意|想要|希望|掛心)的|讓(?:家裡|家人|太太|先生|小孩|孩子)|所以(?:先)?保(?:先生|太太|您)',
)
const NOT_PLAN = pattern(
  '辛苦|擔心是|應該的|了解|恭喜|抱歉|不好意思|您好|分鐘|照實|告知|違法|整理|對嗎|對不對|第[一二三四五六]年|年繳|^(?:對|好|嗯|是)$',
)
/** What a person's own life is made of; a plan is tailored when it takes up such a thing that this client named. */
const LIFE =
  /房貸|貸款|車貸|學貸|房租|買房|結婚|生小孩|小孩|孩子|寶寶|兒子|女兒|孫子|孫女|先生|太太|老公|老婆|爸媽|媽媽|爸爸|父母|膝蓋|開刀|手術|治療|追蹤|退休|月退|定存|薪水|收入|外送|騎車|跑單|下線|上線|夜班|大夜|輪班|工廠|公司|員工|團保|離職|失業|生活費|學費|出國|獨居|一個人|單身|失智|看護|拖累|美金|美元|基金|股票|現金|周轉|銀行|保人|越南|店|加班|育嬰|留停|年終|舊保單|癌|健檢|生病|受傷|工地|爬高|老本|財務獨立|創業|長輩|照顧/gu

/** Ties: a statement about the plan that takes up something of the client's own life, or says that it does. */
export function findTailoring(context: ObserverContext): Finding[] {
  if (context.clientHistory.length < 8) return []
  const amounts = new Set(context.clientHistory.match(/[0-9]+萬?|[一二兩三四五六七八九十百千]+萬/gu) ?? [])
  return context.utterance.clauses.flatMap((clause) => {
    if (
      clause.isQuestion ||
      clause.text.length < 5 ||
      isFound(NOT_PLAN, clause.text) ||
      !isFound(PLAN_WORDS, clause.text)
    )
      return []
    const shared = [...clause.text.matchAll(LIFE)].filter((word) => context.clientHistory.includes(word[0])).length
    const before = context.utterance.clauses[clause.index - 1]
    const isTied =
      isFound(OWN_TIES, clause.text) ||
      (before !== undefined &&
        before.sentence === clause.sentence &&
        !before.isQuestion &&
        isFound(OWN_TIES, before.text))
    const hasAmount =
      (clause.text.match(/[0-9]+萬?|[一二兩三四五六七八九十百千]+萬/gu) ?? []).some(
        (amount) => amount.length >= 2 && amounts.has(amount),
      ) && /^(?:所以|那)/u.test(clause.text)
    if (shared === 0 && !isTied && !hasAmount) return []
    return [
      {
        code: 'explanation.tailor',
        start: clause.start,
        end: clause.end,
        confidence: Math.min(0.85, 0.55 + 0.1 * shared + (isTied ? 0.15 : 0)),
      },
    ]
  })
}
