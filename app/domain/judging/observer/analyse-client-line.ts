import { rememberRecent } from '../../shared/remember-recent'
import type { Concern } from '../../shared/topics'
import { pattern } from './text/pattern'
import { type Clause, readUtterance, type Utterance } from './text/read-utterance'

export type ClientPart = {
  /** Span of the client's words as typed. */
  start: number
  end: number
  text: string
  concerns: readonly Concern[]
}
export type ClientQuestion = ClientPart & { kind: 'yes-no' | 'amount' | 'choice' | 'why' | 'open' }

/** What the client's last words ask for. */
export type ClientLine = {
  questions: readonly ClientQuestion[]
  /** Feelings, fears and doubts voiced without a question mark of their own. */
  worries: readonly ClientPart[]
  /** Resistance to the product, the price, the agent or the step proposed. */
  objections: readonly ClientPart[]
  /** Asks that something be done (speak slowly, send the table, come to the point). */
  requests: readonly ClientPart[]
  /** "Not yet", "I want to ask my husband first", "I do not want it". */
  isRefusal: boolean
  isAgreement: boolean
  /** Tells of illness, death, hardship or joy: calls for a human word. */
  isEmotional: boolean
  utterance: Utterance
}

const CONCERN_PATTERNS: readonly [Concern, RegExp][] = (
  [
    ['agent', '您(是誰|哪位|哪一家)|哪家公司|業績|獎金|佣金|您(們)?賺|騙業績|登錄證|您怎麼(有|知道)'],
    ['time', '沒(什麼)?時間|時間(不|沒)|趕時間|幾分鐘|很忙|多久(會)?(講|談)|長話短說|講重點|開會|等一下要'],
    ['privacy', '個資|隱私|資料(會|給|要)|誰給您我的|身分證|怎麼(連|會知道)|外流'],
    ['surrender', '解約|提前(拿|領|贖)|中途(不繳|停|拿)|不想繳|拿回來|領回|退保|反悔'],
    ['fee', '費用|手續費|管理費|扣(多少|錢|掉|什麼)|附加|成本|陷阱|內扣|抽多少'],
    [
      'premium',
      '多少錢|保費|一年(要|是|多少|繳)|一個月(要|多少|繳)|怎麼繳|繳多少|貴|便宜|預算|負擔|報價|價錢|打折|折扣',
    ],
    ['return', 'irr|報酬|利率|利息|賺|投報|收益|配息|領多少|划得來|划算'],
    ['guarantee', '保證|保本|本金|會不會(虧|賠)|會虧|穩|風險|安全嗎|賠錢'],
    ['currency', '美元|美金|匯率|匯差|台幣|外幣|換回'],
    ['liquidity', '急用|要用(錢|到)|周轉|週轉|卡住|綁|動用|拿不出來|臨時'],
    [
      'coverage',
      '賠(什麼|多少|不賠|嗎)?|有賠|保(什麼|障|哪)|給付|理賠範圍|夠不夠|額度|包含|手術|住院|薪水|癌|失能|身故',
    ],
    ['exclusion', '不賠|拒賠|除外|什麼情況|不保|陷阱|例外|限制'],
    ['waiting', '等待期|多久(才|開始)|馬上(生效|有)|生效|幾天後'],
    ['claim', '理賠|收據|正本|副本|申請|怎麼領|團保'],
    ['health', '告知|健檢|體檢|拒保|開過刀|吃藥|會過|核保|病歷|紅字|會不會查|息肉|血壓|以前(有|得)'],
    ['term', '年期|幾年|繳多久|多久|期滿|幾歲'],
    ['beneficiary', '受益人|留給|給誰'],
    ['tax', '稅|國稅局|遺產|贈與'],
    ['safety', '倒(了|閉)|公司(會不會|穩)|存款保險|安定基金|保障嗎|靠不靠得住'],
    ['cooling_off', '後悔|反悔|退貨|取消|撤銷|猶豫'],
    ['replacement', '舊(的|保單)|那張|原來|停掉|換(新|約)|白繳|八張|哪些留'],
    ['comparison', '別家|比較|網路上|其他公司|定存|基金|etf|股票|美債|跟.{0,6}比|差在哪'],
    ['need', '為什麼(我)?(需要|要)|用不到|不需要|有必要|值得|適合(我)?嗎|不適合|夠了|何必|解決我什麼'],
    ['understanding', '聽不懂|看不懂|什麼意思|解釋|太複雜|慢一點|當機|白話|搞不懂|霧煞煞|什麼是|是什麼'],
    ['family_consent', '(問|跟|先問|商量|討論).{0,4}(先生|太太|老公|老婆|兒子|女兒|家人|爸|媽|小孩|會計師|醫師|醫生)'],
    ['recording', '錄音|錄影'],
    ['scam', '詐騙|被騙|騙人|老師說|投資群|匯款'],
    ['complaint', '申訴|投訴|評議|客訴'],
    ['process', '接下來|流程|怎麼辦(理)?|下一步|要準備|要帶|手續|什麼時候'],
  ] as const
).map(([concern, source]) => [concern, new RegExp(source, 'u')])

const WORRY = pattern(
  '怕|擔心|煩惱|不安|害怕|緊張|壓力|捨不得|心情|難過|不敢|不放心|睡不著|好累|很累|辛苦|不甘願|會不會.{0,8}(虧|賠|騙|倒|拒)|心痛|頭痛|操煩|恐怖|可怕|焦慮|無奈|唉|血壓高|不知道怎麼辦|怎麼辦|抖|慌|生氣|氣到|剩下不多|有點乾|聽不懂|看不懂|搞不懂|霧煞煞|過世|走了|離婚|中風|癌|生病|開刀|被拒',
)
const OBJECTION = pattern(
  '^(?:可是|但是|但(?!願)|不過|問題是)|便宜(?:一點|點)|退我|太(貴|久|多|複雜|麻煩|慢|低|少|長|樂觀)|好(貴|久長|複雜|長喔)|不(划算|需要|想要|適合|值得|夠力|喜歡|相信|想買|敢(做|買|放)|甘願|缺|用吧)|用不到|沒(必要|用|興趣|預算|那麼多錢|需要|有數字)|貴|虧|丟到水裡|划得來|別家|網路上|騙|比較(便宜|高|好)|差(一點點|不多)|白繳|浪費|不是(很|就)(虧|貴|笨)|撐不到|拿不回|繳不起|負擔不|繳不(出|下)|很低|賠過|扣(四成|這麼多|那麼多)|有什麼(用|差)|何必|幹嘛|沒聽過|小公司|業績|都那幾套|被(騙|坑|推銷)|已經(有|買)|夠了吧|再說|不一樣吧|先(不要|不用|緩)|考慮|想一想|想想|我(自己|也可以).{0,6}(存|投資|買)|放(定存|美債|etf|股票)也|(?<!信)不信|太吃力|吃不消|壓力大|有疑慮|怪怪的|不太對|不能接受|怎麼跟別家比',
)
const REFUSAL = pattern(
  '還沒(有)?(說|講)?(要|想|決定)|(我)?(先|再)?(想|考慮)(一?想|看看|一下|清楚)|(先|要|再)(問|跟|和)…(先生|太太|老公|老婆|兒子|女兒|家人|爸|媽|小孩|孩子|會計師|醫師|醫生|主治)…(說|問|商量|討論|看|$)|先(不要|不用|緩緩|這樣)|不(用了|要了|想買|想保|需要|考慮|了謝謝)|我不會(填|簽|買)|怎麼可能簽|下(個月|次|禮拜|星期)再(說|談|看)|改天(再|吧)|沒(有)?(興趣|要買)|算了|沒有數字我不|(問|跟|和)(我)?(先生|太太|老公|老婆|兒子|女兒|家人|爸|媽|小孩|會計師|主治醫師)(商量|討論|說|講|看看|一下)?|讓我想',
)
const REQUEST = pattern(
  '(您|可以|能|麻煩|請|幫我|先|至少|直接|拜託|給我|不要).{0,10}(講(慢|清楚|重點)|慢一點|說清楚|看看|算(一下|給|便宜)|寄|傳|給我|附|幫我(看|查|算|辦)|解釋|說明|退我|便宜一點|長話短說|講快一點|快一點|寫給|辦解約|打給)|退我|算我便宜|我要(辦|解|取消)|我要看|我(只)?要(知道|的是)|我想(知道|問|了解|看)',
)
const AGREEMENT = /^(好|嗯|對|是|可以|行|ok|沒問題|了解|懂|這樣.{0,4}懂|那就|好啊|好啦|有影|喔好)/u
const EMOTIONAL = pattern(
  '過世|往生|走了|離婚|癌|化療|乳癌|中風|開刀|住院|流產|失業|被裁|欠債|被騙|獨居|一個人|生了|滿月|懷孕|結婚|升(官|職)|退休|大夜|夜班|很累|好累|辛苦|難過|哭|捨不得|擔心|怕|煩|壓力|心情|睡不著|不知道怎麼辦|唉|三十幾年|教書|犁田|車禍|受傷|腦袋.{0,3}鈍|沒睡|忙|操煩',
)
const AMOUNT = /多少|幾(年|歲|萬|趴|%|天|個|次|成)|多久|多高|多大|irr|幾點/u
const RHETORICAL =
  /(不是(很|就|等於)|不就|那不|豈不|何必|幹嘛|有什麼(用|差)|誰知道|划得來|不一樣吧|差不多吧|白繳|業績|騙(我|人)|是不是(怕|想賺))/u

/** @returns what a text is about, by the words it uses. */
export function findConcerns(text: string): Concern[] {
  return CONCERN_PATTERNS.filter(([, regex]) => regex.test(text)).map(([concern]) => concern)
}

function toPart(utterance: Utterance, from: Clause, to: Clause): ClientPart {
  const { start, end } = utterance.toOriginal(from.start, to.end)
  const text = utterance.text.slice(from.start, to.end)
  return { start, end, text, concerns: findConcerns(text) }
}

function isFound(regex: RegExp, text: string): boolean {
  regex.lastIndex = 0
  return regex.test(text)
}

const INTERROGATIVE =
  /嗎|什麼|怎麼|哪|幾|多少|多久|誰|為何|如何|還是|不(是|會|能|可以|要|行|就)|有沒有|甘|敢|可以|會|要|(.)不\1/u

/**
 * A client asks with a mark or a question word. A tag ("對吧？", "你信不信"), a politeness and the echo of the agent's own
 * words ("四成？") do not make a question.
 */
function isClientQuestion(clause: Clause): boolean {
  if (
    !clause.isQuestion ||
    /^(對(吧|嗎|不對)|是(吧|嗎)|好(吧|嗎)|蛤|喔|真的(嗎|喔|假的)?|齁|嗯|啊|您信不信|信不信|問|不是嗎)$/u.test(
      clause.text,
    )
  )
    return false
  return clause.text.length > 5 || /呢$/u.test(clause.text) || INTERROGATIVE.test(clause.text)
}

function readKind(text: string): ClientQuestion['kind'] {
  if (/為什麼|為何|怎麼會/u.test(text)) return 'why'
  if (AMOUNT.test(text)) return 'amount'
  if (/還是/u.test(text)) return 'choice'
  if (/嗎|會不會|是不是|有沒有|能不能|可不可以|要不要|(?:吧|喔|齁|了)$|可以.{0,8}$|不就|划得來|有賠/u.test(text))
    return 'yes-no'
  return /什麼|怎麼|哪|誰|如何/u.test(text) ? 'open' : 'yes-no'
}

/** The client moved on by themselves: after the question they tell the agent to go ahead. */
function isLeftBehind(utterance: Utterance, sentence: number): boolean {
  return utterance.sentences
    .slice(sentence + 1)
    .some(
      (later) =>
        !later.isQuestion &&
        /^(好(啦|吧|啊|的)?,?|算了,?|沒關係,?|好了)(您?(問|講|說)|那)?/u.test(later.text) &&
        later.text.length <= 8,
    )
}

function findQuestions(utterance: Utterance): ClientQuestion[] {
  const found: ClientQuestion[] = []
  for (const clause of utterance.clauses) {
    if (!isClientQuestion(clause)) continue
    const sentence = utterance.sentences[clause.sentence]!
    if (isLeftBehind(utterance, sentence.index)) continue
    const previous = utterance.clauses[clause.index - 1]
    const needsBefore = clause.end - clause.start <= 8 && previous !== undefined && previous.sentence === sentence.index
    const part = toPart(utterance, needsBefore ? previous : clause, clause)
    found.push({ ...part, kind: readKind(clause.text) })
  }
  return found
}

/** The client says that it is clear or well now. */
function isSettled(text: string): boolean {
  return /(清楚|明白)多了|我(就)?(懂|清楚|了解)了|比較(放心|安心|清楚)|放心多了/u.test(text)
}

/** The last lines of the talks that go on now: a turn looks at its one a dozen times. */
const MOST_CLIENT_LINES = 1_000

/**
 * Reads what the client asked, fears, resists or wants done.
 *
 * @param text the client's words as typed; an empty line gives an empty reading.
 * @returns spans are of `text` (UTF-16 code units).
 */
export const analyseClientLine = rememberRecent(readClientLine, MOST_CLIENT_LINES)

function readClientLine(text: string): ClientLine {
  const utterance = readUtterance(text)
  const pick = (regex: RegExp, isKept: (clause: Clause) => boolean) =>
    utterance.clauses
      .filter((clause) => isKept(clause) && isFound(regex, clause.text))
      .map((clause) => toPart(utterance, clause, clause))
  const questions = findQuestions(utterance)
  return {
    questions,
    worries: pick(WORRY, () => true),
    objections: isSettled(utterance.text)
      ? []
      : pick(OBJECTION, (clause) => !clause.isQuestion || RHETORICAL.test(clause.text)),
    requests: pick(REQUEST, (clause) => !clause.isQuestion),
    isRefusal: isFound(REFUSAL, utterance.text),
    isAgreement: AGREEMENT.test(utterance.text),
    isEmotional: isFound(EMOTIONAL, utterance.text),
    utterance,
  }
}
