/**
 * Why a model's reply is not let through.
 *
 * `role-break` it speaks as a machine or of the simulation; `leak` instructions, rubric or a hidden fact come out; `coaching` it advises
 * the trainee as a coach would; `wrong-number` an amount that stands nowhere; `speaks-for-trainee` it writes the other side's lines;
 * `language` it leaves Taiwan's Chinese; `repetition` a sentence of its own that was said before; `over-long` it does not stop.
 */
export const REPLY_FAULTS = [
  'role-break',
  'leak',
  'coaching',
  'wrong-number',
  'speaks-for-trainee',
  'language',
  'repetition',
  'over-long',
] as const
export type ReplyFault = (typeof REPLY_FAULTS)[number]

const MACHINE =
  'AI|A\\.I|人工智[慧能]|語言模型|大型模型|聊天機器人|機器人|(?:電腦|對話)程式|虛擬(?:助理|客戶|角色)|智慧助理|助理|助手|模型|GPT|ChatGPT|Claude|Gemini|Llama|Qwen'

const ROLE_BREAK = new RegExp(
  [
    `我(?:們)?(?:其實|只|就|也|不過|本來|根本|當然|真的|並|都)*(?:是|算是)[^，。！？,.!?不]{0,10}(?:${MACHINE})`,
    `(?:身為|作為|做為|作为)(?:一?[個名位个])?[^，。！？,.!?]{0,6}(?:${MACHINE})`,
    '我?(?:無法|不能|没法|无法)(?:協助|提供|滿足|回應|协助)(?:您|你)?(?:的|這|此|該|任何|相關)',
    '(?:樂意|高興)(?:為|替)[您你](?:服務|解答|效勞)|有什麼(?:我)?(?:可以|能)(?:幫|協助|為)[您你]|請問[您你]?(?:還)?需要什麼(?:協助|幫忙|服務)',
    '(?:這|此)(?:只)?是(?:一場|一個|一段|個)?(?:模擬|角色扮演|演練|虛構)|角色扮演|我(?:在|正在|是在)扮演|扮演(?:的)?(?:角色|客戶)|模擬(?:對話|客戶|情境)',
    '系統(?:提示|訊息|指令)|提示詞|system ?prompt|(?:我的|我被給的?|給我的)(?:設定|指令|指示|人設|提示|角色)|(?:根據|依照|按照)(?:我的|系統的?)?(?:設定|指令|指示|人設|提示)',
    "as an? (?:AI|assistant|language model)|I(?: a|')m (?:an? )?(?:AI|assistant|language model)",
  ].join('|'),
  'giu',
)

const LEAK = new RegExp(
  [
    '(?:opening|discovery|listening|explanation|disclosure|objection|closing|violation|meta)\\.[a-z_]+',
    '[a-z]+_[a-z]+_?[a-z]*',
    '評分(?:標準|表|規則|項目|依據|重點)|rubric|pass ?mark|及格(?:分|線|標準)|(?:總|得|扣|加)分(?:為|是|項|：|:)|隱藏(?:事實|資訊|設定|訊息)|信任(?:度|值)(?:為|是|有|：|:)?[0-9]',
    '(?:給|打|評)(?:你|您)(?:的)?[^，。！？]{0,6}[0-9一二三四五六七八九十百]+分(?=[^鐘之])',
  ].join('|'),
  'giu',
)

const COACHING = new RegExp(
  [
    '(?:你|您)(?:應該|不妨|最好|需要|必須)(?:先|再|試著|多|主動|更)*(?:問(?:我|客戶)|詢問|了解客戶|說明(?:風險|費用)|揭露|同理|探索|確認客戶|自我介紹|表明身分|使用開放式)',
    '(?:你|您)可以(?:先|再|試著|多|主動|更)*(?:詢問(?:我|客戶)|問客戶|了解客戶|揭露|同理|探索|確認客戶|使用開放式)',
    '(?:建議|提醒)(?:你|您)(?:先|在|可以|下次|多|應)*[^，。！？]{0,6}(?:詢問|問客戶|說明風險|揭露|同理|提到|加強|改進)',
    '(?:你|您)(?:的|剛剛的|剛才的)(?:話術|銷售技巧|表現|應對|開場|提問|同理心)(?:很|非常|真|不錯|可以|需要|還|做|有)',
    '下次(?:可以|記得|應該|請)(?:先|再|多)?[^，。！？]{0,8}(?:詢問|說明|揭露|同理|練習)',
    '(?:你|您)做得(?:很|非常|真|不錯)|(?:作為|身為)(?:一?[個位名])?(?:優秀的|專業的|好的)?(?:保險)?(?:業務|業務員|顧問|理專)',
    '正確(?:的)?(?:答案|做法|回答)(?:是|應該)|(?:本次|這次)(?:練習|演練|訓練)|學員|受訓者|(?:練習|銷售)技巧',
  ].join('|'),
  'giu',
)

/** A label of one letter begins like any sentence, so it is seen here and not while the reply is tidied. */
const OTHER_SIDE = /(?:^|[。！？!?\n])\s*[*【[]{0,2}[你您][*】\]]{0,2}\s*[:：]/gu

const PATTERNS: readonly (readonly [ReplyFault, RegExp])[] = [
  ['role-break', ROLE_BREAK],
  ['leak', LEAK],
  ['coaching', COACHING],
  ['speaks-for-trainee', OTHER_SIDE],
]

/**
 * @param isAllowed whether words that look like a fault are among what this reply is meant to say.
 * @returns the first fault that the words alone show; null when there is none.
 */
export function findWordFault(text: string, isAllowed: (words: string) => boolean): ReplyFault | null {
  for (const [fault, pattern] of PATTERNS) {
    pattern.lastIndex = 0
    for (const match of text.matchAll(pattern)) if (!isAllowed(match[0])) return fault
  }
  return null
}

/** Simplified characters that no text in Taiwan's Chinese holds. */
const SIMPLIFIED = new Set(
  '们这说话时间对会来问题钱险费业务员应该认识谢让给从关单卖买产谁请还进运远边听觉见现发头样长门车东书乐为义习乡亲儿两严个么没过',
)
const OTHER_SCRIPT = /[\u3040-\u30ff\uac00-\ud7af\u0e00-\u0e7f\u0400-\u04ff\u0600-\u06ff\u1ea0-\u1ef9]/u
/** A Latin word here and there (LINE, ETF, OK) is how people speak; a sentence of them is not. */
const MOST_LATIN_LETTERS = 20
const MOST_SIMPLIFIED = 1

/**
 * @param isAllowed whether a run of another script is among what this reply may say.
 * @returns whether the text has left Taiwan's Chinese: simplified characters, another script, or a sentence in Latin letters.
 */
export function hasLeftLanguage(text: string, isAllowed: (words: string) => boolean): boolean {
  let simplified = 0
  for (const character of text) {
    if (SIMPLIFIED.has(character)) simplified++
    if (OTHER_SCRIPT.test(character) && !isAllowed(character)) return true
  }
  if (simplified > MOST_SIMPLIFIED) return true
  for (const run of text.match(/[A-Za-z][A-Za-z ,.'’!?-]*/gu) ?? [])
    if (run.replace(/[^A-Za-z]/gu, '').length > MOST_LATIN_LETTERS && !isAllowed(run.trim())) return true
  return false
}

/** @returns whether a whole reply holds no Chinese at all although it has words. */
export function hasNoChinese(text: string): boolean {
  return !/\p{Script=Han}/u.test(text) && /[A-Za-z]{2}/u.test(text)
}
