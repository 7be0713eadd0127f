import type { Utterance } from './read-utterance'

/**
 * How the words around a match turn its meaning: whether the speaker owns it.
 *
 * Negation and refusal ("我不能退佣"), warnings ("保證獲利那種話不能信"), and what others say ("有人跟您說穩賺嗎") are not the speaker's own
 * claim or offer. Polite phrases that only look like a negation ("不用擔心", "不騙您") are not counted.
 */

const NEUTRAL =
  /不用(擔心|怕|煩惱|緊張|想|客氣)|不要(怕|擔心|煩惱|想太多|跟別人(說|講)|說出去|講出去|客氣|緊張)|別(擔心|怕|想太多|煩惱|緊張|跟別人(說|講)|說出去)|免(驚|煩惱|操煩)|不騙您|不蓋您|不瞞您說?|不誇張|不誇口|不是我(在)?(吹牛|臭屁|誇口|說|講|自誇)|不是吹牛|要不要|會不會|是不是|能不能|好不好|對不對|可不可以|有沒有|不只|不但|不僅|不管|不論|沒關係|沒問題|不好意思|差不多|不錯|不過|不然|要不|不如|不是不能|不能不|不會不|不得不|沒有(什麼)?不|不用多說|不多說|不囉嗦|不囉唆|不一定要|沒人(會)?(知道|看|管|查)|沒有人(會)?(知道|看|管|查)|不說破|不想(讓|看)您|不會(有人|怎樣|怎麼樣)|沒差|不差|不急|公司不(知道|會知道)/gu

const NEGATOR =
  /(不能|不可以|不會|不可能|不可|不得|不敢|不准|不行|不是|沒有|沒辦法|無法|沒法|絕不|從不|不應該|不該|不用|不必|不要|不想|不願|不肯|不做|不玩|不碰|不收|不賣|不接受|不建議|不鼓勵|不推薦|不主張|不贊成|不同意|不幫|不替|不代|不給|不送|拒絕|婉拒|禁止|嚴禁|避免|哪能|怎麼能|怎麼可能|怎麼敢|哪敢|哪有|並非|並不|別(?!人|家|的)|請勿|切勿|勿|毋通|毋是|袂使|袂當|免談|沒人敢|沒人能|誰能|誰敢|誰都不|沒(?=得|在))[^,]{0,9}$/u

const REPORTED =
  /((?:有|聽說有|聽過有)(?:人|業務|理專)|人家|別人|鄰居|朋友|網路上?|網上|廣告|詐騙|群組|老師|對方|業務員?|同業|理專|行員|同事|親戚|大家|如果(有)?(人|業務|誰)|誰(跟|和|對)|新聞|他們?|她|伊|假投資|電話(裡|那頭)|之前|以前那位|那位)[^。!?]{0,12}(說|講|告訴|宣稱|號稱|標榜|答應|承諾|喊|教|叫|要求|要您|推|提議|暗示|掛保證|保證|找您|賣|送|拿)/u

const WARNED =
  /(?<!不|沒)(違法|犯法|違規|不合法|不合規)|不可以|不能(做|信|這樣|亂|隨便|碰|收|講這種|說這種|跟您(說|講|保證)|寫|幫|替|答應|給)|不行|不准|不可信|不(要|可以|能)(相信|聽信)|別(信|相信|聽)|是錯的|(要|請|得)小心|小心|是(個)?騙|騙(人|局|術|子)|詐騙|我(們)?(真的|絕對|也|都)?(不(做|會|敢|能|碰|接受|同意|玩|收)|沒辦法|無法|做不到)|(?<!不|沒人)會被(罰|處分|撤|開罰|拔|停權|停招|吊銷|告|究責|關)|禁止|不被允許|不建議|不應該|做不得|(?<!沒|沒有|無|少)(很|太|有|滿|蠻)(危險|風險|問題)|不鼓勵|要打165|報警|打個?問號|(?<!不)要(查證|求證|存疑)|畫等號|掛掉|沒(有)?這(種|回)事|沒有(那|這)種(好)?事|不是真的|不實在|袂使|毋通|免談|恕難|辦不到|才(有鬼|怪)|不對的?$|不能當真|聽聽就好|聽過就好|假造|假的|(只)?講(了)?一半|要更正|(我|就)(很|有點|真的很)擔心|我不同意|其實(並)?(不是|沒有|不會)|不是(這樣|那樣|這麼回事)|說法(不對|有問題)|出事|很難處理|(?:我們)?沒有(這|那)種(做法|事|東西)|千萬(不|別)|先(打|問)165|太集中|害(到)?您|不合規|不能收|那個?(話)?不(對|能信)|很可疑|存疑/u

const SECRET =
  /不能(說|講|寫)(出去|給|太明|在|白紙)|不可以(說|講)出去|不要(說|講)出去|公司(是|規定)?不(准|能|可以|允許|讓)/u
const TURN = /但是?|不過|可是|只是|然而|檯面下|私底下|私下|其實|反正/u

/** "不清楚的就說不清楚" tells the client to be honest, whatever words stand around it. */
const URGES_HONESTY = /不(懂|了解|清楚|知道)的?就(說|講)不|(照實|據實|老實)(講|說|填|寫|回答)就(好|行|可以|對)/u

function stripNeutral(text: string): string {
  return text.replace(NEUTRAL, '')
}

/** Whoever it is that might come: "如果有人打來", "要是有業務叫您簽". */
const STRANGER =
  /(如果|假如|要是|萬一|假設|倘若)[^,。!?]{0,4}(有人|有業務|業務員|對方|哪個|任何人|誰|陌生|老師|群組|電話)/u
/** … and what guards the client from them. */
const GUARDS =
  /千萬(不|別)|(請|就|先|要)(直接)?(掛掉|掛斷|拒絕|查證|報警)|打(去|給)?(我們)?(公司|客服|165|一六五|110)|不要(簽|匯|給|信|相信|解|理|急著|聽)|詐騙|騙/u

/** The insurer and the bank ask for the client's good: to be warned of them is no guard. */
const SHIELDED = /電訪|回訪|行員|銀行|金管會|核保/u

export type MatchSpan = { start: number; end: number }

/**
 * @param span where a violation's words stand in the normalised text.
 * @returns whether the speaker refuses, denies, reports or warns of them instead of meaning them.
 */
export function isDisowned(utterance: Utterance, span: MatchSpan): boolean {
  const clause = utterance.clauses.find((c) => c.start <= span.start && c.end > span.start)
  if (clause === undefined) return false
  const sentence = utterance.sentences[clause.sentence]
  if (sentence === undefined) return false
  const beforeInClause = stripNeutral(utterance.text.slice(clause.start, span.start))
  if (NEGATOR.test(beforeInClause) || URGES_HONESTY.test(clause.text) || isGuarding(sentence.text)) return true
  const matched = utterance.text.slice(span.start, span.end)
  if (/^(不能|不可以|不得|我不|別|不要(?!怕|擔心))/u.test(matched) && !/不(要|用)(寫|填|說|講|提|繳)/u.test(matched))
    return true
  const next = utterance.sentences[clause.sentence + 1]
  const after = utterance.text.slice(span.end, sentence.end) + (next === undefined ? '' : next.text.slice(0, 30))
  const before = utterance.text.slice(Math.max(sentence.start, span.start - 40), span.start)
  const isReported = REPORTED.test(before) || isInsideQuotes(utterance.text, span.start)
  if (isReported && (sentence.isQuestion || WARNED.test(stripNeutral(after)))) return true
  const inSentence = utterance.text.slice(span.end, sentence.end)
  if (
    isWarned(inSentence) ||
    (next !== undefined &&
      /^(這|那|這個|這種|那個|那種|這樣|這些|這話|那是|這是|我們?(真的|絕對)?不|不行|不可以)/u.test(next.text.trim()) &&
      isWarned(next.text.slice(0, 26)))
  ) {
    return true
  }
  return isRefusalBefore(utterance, sentence.start, span.start)
}

/** "如果有人打來說要幫您解約，請先掛掉": what a stranger might say or do, and what to do against it. */
function isGuarding(sentence: string): boolean {
  return STRANGER.test(sentence) && GUARDS.test(sentence) && !SHIELDED.test(sentence)
}

function isWarned(after: string): boolean {
  const found = WARNED.exec(stripNeutral(after.slice(0, 40)))
  if (found === null) return false
  const upTo = stripNeutral(after).slice(0, found.index + found[0].length)
  if (SECRET.test(after)) return false
  return !TURN.test(upTo)
}

/** "抱歉，退佣這個我真的沒辦法": an apology or a general rule opens the sentence, and the match stays within it. */
function isRefusalBefore(utterance: Utterance, sentenceStart: number, start: number): boolean {
  const before = stripNeutral(utterance.text.slice(Math.max(sentenceStart, start - 24), start))
  if (TURN.test(before)) return false
  return (
    /(法(律|規|令)?|規定|主管機關|金管會|公司)(上|也|都|是)?(不(能|准|可|允許|得)|禁止|明文|嚴格禁止)[^。!?]{0,14}$/u.test(
      before,
    ) || /(我不能|我不會|我不敢|我絕不|沒有任何人能|誰都不能|任何人都不能|我沒辦法|我無法)[^。!?]{0,16}$/u.test(before)
  )
}

function isInsideQuotes(text: string, at: number): boolean {
  const open = Math.max(text.lastIndexOf('「', at), text.lastIndexOf('『', at))
  if (open < 0) return false
  const close = Math.max(text.lastIndexOf('」', at), text.lastIndexOf('』', at))
  return close < open
}

const SOUND =
  /不能(當|幫|收|給|替|跟您|說|保證|做|代|退|這樣|信)|沒辦法(幫|跟|替|給|保證|退|答應)|(?<!不|沒)違法|會被(撤|罰|拔)|(要|請|先)(去)?(問|請教)(您的)?(會計師|律師|家人|醫師|女兒|兒子|先生|太太)|其實(它|這)?(不是|是保險|沒有|會)|沒有(一張|哪一張|任何一張)|不是什麼都|實質課稅|被課稅過|我(真的|絕對)?不(敢|能|建議|收|碰)|不建議|千萬(不|別)|親筆|親簽才|本人(簽|看過)|跟(保單|保險|買不買)(沒|無)關|不收|照實(?!.{0,6}(會|就))|據實|都要寫|要寫(清楚|進去)|(有人|業務)(叫|說|跟您|找|要您|教)|小心|165|一六五|不(懂|了解|清楚)的?就(說|講)不|想先幫您算|您(可以|有權)(不|拒絕)|重新(算|起算)|等待期(也)?要?重|從頭(來|算)|都可以退|先(別|不要)(停|動|解|簽)|拿不回(來|本)|(跟|和)(定存|存款)不(一樣|同)|也是(一個|一種)?選擇/u

/**
 * @returns whether a stretch as a whole speaks of sound practice: a refusal, a warning, an honest duty. For findings
 *   that rest on the whole stretch and not on certain words of it.
 */
export function isSoundTalk(text: string): boolean {
  return SOUND.test(stripNeutral(text)) && !TURN.test(text) && !SECRET.test(text)
}
