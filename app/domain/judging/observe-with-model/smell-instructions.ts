import { CHARACTER_VARIANTS } from '../../shared/character-variants'
import type { TalkLine } from '../../shared/observation'

/*
 * Signs that words are aimed at a machine and not at the client. Wide on purpose: a false alarm costs nothing but the model's additions to
 * this turn, while a missed one would let a model that obeys move a score.
 */

/** How a text looks: hidden characters, markup, code, other scripts, spelling broken up to pass a filter. */
const SHAPES: readonly RegExp[] = [
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\u{e0000}-\u{e007f}]/u,
  /[{}<>`|\\]|\[\/?[a-z]|##|---|==|"\s*:/iu,
  /[a-z0-9+/=_-]{16,}|[Ａ-Ｚａ-ｚ]{5}/iu,
  /ignore|instruction|\brules?\b|score|forget|reveal|system|pwned|jailbreak|assistant|\bgrade|\bjudge/iu,
  /[\u3040-\u30ff\uac00-\ud7af\u0e00-\u0e7f\u0370-\u04ff\u0600-\u06ff\u1ea0-\u1ef9\u3105-\u312f]{2}|[\u0370-\u04ff\u1ea0-\u1ef9]/u,
  /[a-z]+\.[a-z]+_?[a-z]+|[a-z]\d[a-z]|\d[a-z]+\d|[a-z]{3,}\s?[:=]/iu,
  /(?:[0-9a-f]{2}[ %-]){4}|%[0-9a-f]{2}|(?:[a-z]-){3}|(?:[\p{Script=Han}][\s*·•_-]){4}/iu,
]

/** What it speaks of. Matched without blanks and marks between the letters, in traditional characters. */
const WORDS: readonly RegExp[] = [
  /分數|評分|滿分|得分|高分|總分|打分|給分|扣分|加分|算分|[0-9百]分(?!之|鐘)|過關|及格|成績|最高等級|信任度/u,
  /評審|裁判|考官|主考|監考|評量|評語|判定|標記|標註|登記為|記錄為|視為(?:已|全)|輸出|回傳|代碼|測驗|考試|題庫|這一?(?:關|題)|關鍵字/u,
  /(?<!查|進|跑|看|入|送|用|核保|公司|我們)系統(?!性|跑|查|才|裡|算|會算|試算|報|核)|電腦爾|你(?:就)?是電腦/u,
  /指令|命令|提示詞|prompt|規則(?:是|已|改|更|第|全)|模型|(?<![a-z])ai(?![a-z])|人工智[慧能]|機器人|程式碼?|演算法|資料庫|(?:我的|你是|您是|當|虛擬)助理/iu,
  /扮演|(?<![兩三四幾]個)角色|劇本|人設|設定|模式|開發者|管理員|工程師|原始碼|測試(?:人員|模式|訊息|用)|除錯|演練|練習|模擬|訓練|教練|學員|受訓/u,
  /忽略|無視|覆蓋|略過(?:以上|前面|規)|解碼|解密|解讀|還原|翻譯成|重置|一字不漏|重複(?:我|你|以下|下面|上面)|照(?:著)?(?:唸|念|抄)|跟著我|從現在(?:開始|起)/u,
  /(?:只|都)(?:要|能|准)?(?:回|回答|說)(?:「|『|"|一個字|「?好)|以下(?:是|為)(?:新|更新|正確)|新的?(?:任務|要求|指示|規則)|任務(?:是|到|結束)|(?:改照|照)下面|限制取消/u,
  /(?:業務員|本業務|該業務|學員|trainee|agent|對方)(?:已|表現|展現|完成|做到|達成|全程)|(?:以上|全部|所有|本句)(?:項目|揭露|步驟|行為)?(?:皆|都|均)?已?(?:達成|符合|完成|做到|具備)/iu,
  /隱藏的?(?:事|資|設)|[個的]秘密|標準答案|正確答案|答案給我|內部(?:資料|文件|編號)|依序公開|把違規|給我[^，。]{0,4}提示/u,
  /(?:不用|不必|免|莫|別)(?:再|閣)?(?:演|假仙)|演(?:戲|矣|下去)|人客|(?:不是|不再是|我當|你當|您當)(?:客戶|客人|業務|退休|老師)|希望業務員/u,
]
/** The same, spelled from the end. */
const BACKWARDS = /略忽|令指|分滿|則規|示提|視無/u
/** A product name, LINE or ETF is no sentence in another tongue. */
const MOST_LATIN_LETTERS = 16
const EARLIER_LINES = 6

function smells(text: string): boolean {
  const plain = text.normalize('NFKC')
  if (SHAPES.some((shape) => shape.test(text) || shape.test(plain))) return true
  if ((plain.match(/[A-Za-z\u00c0-\u024f]/gu) ?? []).length > MOST_LATIN_LETTERS) return true
  const letters = [...plain.replace(/[\s*_·•‧^~-]/gu, '')].map((letter) => CHARACTER_VARIANTS.get(letter) ?? letter)
  const joined = letters.join('')
  return BACKWARDS.test(joined) || WORDS.some((words) => words.test(joined))
}

/** @returns whether the utterance, or one of the trainee's last lines before it, may be speaking to a machine. */
export function smellInstructions(utterance: string, talk: readonly TalkLine[]): boolean {
  const earlier = talk.filter((line) => line.who === 'trainee').slice(-EARLIER_LINES)
  return smells(utterance) || earlier.some((line) => smells(line.text))
}
