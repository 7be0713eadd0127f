import { isDisowned } from '../observer/text/judge-frame'
import { pattern } from '../observer/text/pattern'
import { readUtterance, type Utterance } from '../observer/text/read-utterance'

/**
 * Words without which a violation cannot be: each must stand in the sentence that a model quotes for it, or the model is not believed.
 * `violation.false_statement` is absent: only knowledge can say what is false.
 */
const CUES: Readonly<Record<string, RegExp>> = {
  'violation.guaranteed_return': pattern(
    '保證|一定|絕對|穩|保本|不(會|可能)…(虧|賠|少)|零風險|沒(有)?…風險|固定|鎖|只(漲|賺|升)|打包票|包(賺|您)',
  ),
  'violation.conceal': pattern(
    '不(用|要|必|重要)|別|晚點|以後|之後再|沒(什麼|差|關係|有)|小(錢|事)|不影響|忽略|先不|簽(了|完)再',
  ),
  'violation.nondisclosure': pattern(
    '(不|別|免|沒|少|略|空|跳|勾|填|寫|說|講|告知|提)…(<illness>|<job>|告知|寫|填|勾|說|講|提|報)|<illness>…(不|別|免|沒|略|空|跳|過|勾)',
  ),
  'violation.rebate': pattern(
    '<commission>|退|折|送|補貼|貼(您|給)|回饋|贈|<gift>|幫您(出|付|繳|墊)|我(出|付|繳|墊|吸收)',
  ),
  'violation.exaggerate': pattern(
    '最(好|強|划算|便宜|棒|高|低|優)|第一|唯一|全部|什麼都|通通|百分之?百|無敵|完全|再也|沒有(比|別)|所有|任何|一定',
  ),
  'violation.sign_for': pattern('簽|填|勾|蓋|代|筆跡|空白'),
  'violation.twisting': pattern(
    '(<old>|保單|舊|原本|那張|儲蓄險)……(<endOld>|解|停|換|退)|(<endOld>)……(<newOne>|買|換|新)',
  ),
  'violation.loan_to_pay': pattern('借|貸|增貸|房子|質押|信貸|卡債|預借|融資|周轉'),
  'violation.handle_money': pattern('匯|轉(帳|給)|現金|戶頭|帳戶|存摺|印章|保單(放|留|給)|收(錢|現)|交給我|給我'),
  'violation.unapproved': pattern(
    '境外|海外|香港|國外|未核准|沒(有)?核准|沒(有)?上架|地下|離岸|新加坡|還沒(通過|核准)',
  ),
  'violation.improper_comparison': pattern('<deposit>|<fund>|別家|其他(家|公司)|銀行|利息'),
  'violation.disparage': pattern('別家|別的|其他(家|公司)|同業|他們|那家|那(個|間|位)|<old>|倒|爛|騙|差|黑心'),
  'violation.pressure': pattern(
    '今天|現在|馬上|最後|錯過|來不及|後悔|不(買|簽|保|辦)|害|對不起|漲|停(賣|售)|名額|月底|萬一|怎麼辦|快|趕',
  ),
  'violation.unsuitable': pattern('建議|適合|就(買|保|放|辦)|全(部|放|買)|買(滿|最|大)|最高|<amount>|投資|放(進|到)'),
  'violation.skip_safeguard': pattern(
    '錄音|錄影|電訪|電話|問卷|適合度|評估|來源|就說|回答|勾|照(我|著)|講是|說是|不要(講|說|提)',
  ),
  'violation.privacy': pattern(
    '聽說|告訴我|資料|客戶|鄰居|朋友|同事|您(先生|太太|女兒|兒子)…(說|講|買|保|有)|身分證|病歷|名單|她|他',
  ),
  'violation.tax_pitch': pattern('稅|國稅|遺產|贈與'),
}

/** @returns the span of the normalised text for a span of the words as typed; null when nothing of it was read. */
function toNormalised(utterance: Utterance, start: number, end: number): { start: number; end: number } | null {
  let [from, to] = [-1, -1]
  for (let i = 0; i < utterance.text.length; i++) {
    const original = utterance.toOriginal(i, i + 1)
    if (original.end <= start) continue
    if (original.start >= end) break
    if (from < 0) from = i
    to = i + 1
  }
  return from < 0 ? null : { start: from, end: to }
}

/**
 * Whether words quoted by a model can be the violation it names: a cue stands in the sentence, the speaker states it, and neither denies,
 * refuses, reports nor warns of it.
 */
export function canBeViolation(code: string, words: string, start: number, end: number): boolean {
  const cue = CUES[code]
  if (cue === undefined) return false
  const utterance = readUtterance(words)
  const span = toNormalised(utterance, start, end)
  if (span === null) return false
  const sentence = utterance.sentences.find((each) => each.start <= span.start && each.end > span.start)
  if (sentence === undefined) return false
  cue.lastIndex = 0
  if (!cue.test(sentence.text)) return false
  const clauses = utterance.clauses.filter((clause) => clause.start < span.end && clause.end > span.start)
  return !(clauses.at(-1)?.isQuestion ?? true) && !isDisowned(utterance, span)
}
