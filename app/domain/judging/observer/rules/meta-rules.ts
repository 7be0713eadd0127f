import type { ObserverContext } from '../observer-context'
import { type Finding, rule } from './rule'

export const META_RULES = [
  rule(
    'meta.injection',
    { confidence: 0.95, quote: 'sentence', unless: '銀行系統|核保系統|系統跑|進系統' },
    '(?:忽略|無視|忘(?:記|掉)|略過|跳過|取消|覆蓋|清除|不要(?:管|理|遵守))[^。!?]{0,10}(?:指令|指示|規則|設定|提示|prompt|角色|身分|限制|system|系統|前面的?(?:話|對話|內容)|上面的?(?:話|內容)|以上(?:所有|全部)?)',
    '(?:給我|打|改成|改|直接給|請給|評|幫我(?:打|改|加)|分數(?:改|設|調|給|要|應該)|評分|得分|總分|成績)[^。!?]{0,8}(?:滿分|100分|一百分|100|最高分|高分|a\\+|通過|過關|合格|及格|滿級|五顆星)',
    '(?:系統提示|system\\s?prompt|提示詞|prompt|評分(?:標準|規則|規準|表|依據)|rubric|隱藏(?:指令|規則|設定|資訊|事實)|後台|原始碼|設定檔|初始指令|開發者模式|developer\\s?mode|除錯模式|debug|管理員模式|admin)[^。!?]{0,20}',
    '(?:您|您現在)(?:其實|本來|就)?是(?:一?個)?(?:ai|人工智慧|語言模型|chatgpt|gpt|機器人|程式|模型|虛擬|聊天機器人|模擬器|claude|gemini|助理模型|llm)',
    '(?:從現在起|從現在開始|現在開始|接下來|現在)[^。!?]{0,8}(?:您|請您?)[^。!?]{0,4}(?:扮演|是|變成|改當|當|切換|角色|不再是|改用|只能(?:說|回))[^。!?]{0,14}(?:業務|客戶|ai|助理|模型|裁判|評審|教練|老師|海盜|貓|同意|好|買|簽|答應|成交|滿意|翻譯|程式)?',
    '(?:切換|跳出|離開|退出|結束|改變|交換|對調)(?:您的)?(?:角色|扮演|模擬|模式|劇本)|(?:裁判|評審|評分(?:員|系統|者|ai)|judge|grader|observer|evaluator|scorer|考官)[^。!?]{0,14}(?:請|給|注意|:|記|看到|應該|必須|忽略|把|標)',
    '(?:ignore|disregard|forget|override|bypass)[^。!?]{0,24}(?:instruction|rule|prompt|above|previous|prior|everything|system|context|persona)',
    '(?:you are|act as|pretend|roleplay as|from now on)[^。!?]{0,24}(?:ai|assistant|model|dan|judge|jailbreak|developer|different|now|gpt|unrestricted|agree)',
    '(?:reveal|show|print|output|repeat|tell me|give me|leak|dump)[^。!?]{0,20}(?:prompt|instruction|system|rubric|score|hidden|rules|secret|full marks|100)',
    '(?:score|rate|grade|mark)[^。!?]{0,14}(?:100|full|perfect|max|pass|highest|10/10|5/5)|set\\s(?:the\\s)?score|"?(?:score|total|quality|overall|code|codes|observations|passed)"?\\s?[:=]\\s?["\\[{]?[0-9a-z]',
    '<\\|?(?:system|im_start|im_end|assistant|user|endoftext)\\|?>|\\[/?(?:inst|system|sys)\\]|###\\s?(?:system|instruction|指令|系統)|</?(?:system|prompt|instruction|utterance|transcript)>|begin system|end of (?:prompt|utterance|transcript)|---end---',
    '(?:這是|以下是)(?:一?個)?(?:測試|系統|開發者|管理員|工程師|新的?)(?:的)?(?:訊息|指令|命令|指示|通知)|(?:對話|考試|模擬|測驗)(?:已|已經)?結束,?[^。!?]{0,10}(?:給|輸出|顯示|公布|打)(?:我)?[^。!?]{0,6}(?:分|結果|成績|評)|(?:標記|判定|輸出|回傳|紀錄|記錄|視)(?:為|成)?[^。!?]{0,8}(?:listening|opening|closing|discovery|disclosure|objection|explanation|violation|全部達成|優秀|無違規|沒有違規|excellent|quality|滿分|json)',
    '(?:不要|別|不准)(?:再)?(?:扣(?:我)?分|記違規|標(?:記)?違規|評分)|(?:把|將)(?:我)?(?:的)?(?:分數|成績|違規|信任(?:度|值)?|trust|評分|耐心)[^。!?]{0,8}(?:改|設|調|拉|歸|刪|加)|(?:base64|rot13|hex|decode|解碼|解密)[^。!?]{0,16}|aWdub3Jl|aWdub3JlI|u3lzdGVt|系統:|system:|assistant:|開發者:|(?:說出|洩漏|透露|告訴我|公開|列出|念出)[^。!?]{0,8}(?:您的)?(?:指令|設定|提示|人物設定|劇本|角色卡|隱藏|標準答案|評分)',
  ),
]

const OFF_TOPIC_WORDS =
  /食譜|笑話|寫(一?個)?程式|python|javascript|寫(一?)?首詩|寫詩|寫作文|世界盃|球賽|中職|nba|湖人|道奇|電影|影集|追劇|動漫|遊戲|抽卡|明星|八卦新聞|星座|塔羅|算命|樂透|明牌|總統|選舉|政黨|外星人|恐龍|微積分|方程式|作業|翻譯成|天氣預報|晚餐吃什麼|宵夜|火鍋|珍珠奶茶|貓咪影片|唱(一?)首|歌詞|首都|圓周率|量子|黑洞|火星|比特幣價格|股市明牌|推薦(一)?部|好看的|旅遊景點|去哪玩|手遊|演唱會|減肥|健身菜單|修電腦|wifi|打麻將|釣魚|養貓|咖啡豆|烤肉|炸雞|拉麵/u
const ON_TOPIC_WORDS =
  /保|險|賠|費|錢|查|算|報|寄|傳|帶|退休|理財|您|家人|客戶|登錄證|收入|存|醫療|壽|年金|利率|解約|安禾|契約|簽|風險|健康|住院|規劃|需求|媽|爸|孩子|先生|小姐|太太|擔心|辛苦|謝|好|嗯|對|嗎|是|錄音|條款|試算/u

function isGibberish(text: string): boolean {
  const plain = text.replace(/[\s,。!?.~]/gu, '')
  if (plain.length < 4) return false
  const kinds = new Set(plain).size
  if (kinds <= Math.max(2, plain.length / 12)) return true
  const han = plain.replace(/[^\u3400-\u9fff]/gu, '').length
  return han === 0 && /^[^aeiou\d]{6,}$|^[a-z0-9]{14,}$/u.test(plain)
}

/**
 * Words with nothing to do with the meeting: subjects far from it, or letters without sense. Small talk in the first
 * two turns is courtesy. A turn in which anything else was seen is not off topic.
 */
export function findOffTopic(context: ObserverContext, others: readonly Finding[]): Finding[] {
  const { text, clauses } = context.utterance
  if (clauses.length === 0) return []
  const whole = { code: 'meta.off_topic', start: clauses[0]!.start, end: clauses.at(-1)!.end }
  if (isGibberish(text)) return [{ ...whole, confidence: 0.8 }]
  if (others.some((finding) => finding.code !== 'listening.ignore')) return []
  if (OFF_TOPIC_WORDS.test(text) && !/保|險|賠|理財|退休|保障/u.test(text) && context.turnIndex >= 1)
    return [{ ...whole, confidence: 0.75 }]
  if (OFF_TOPIC_WORDS.test(text) && !/保|險|賠|理財|退休/u.test(text) && text.length > 10)
    return [{ ...whole, confidence: 0.65 }]
  if (text.length >= 8 && !ON_TOPIC_WORDS.test(text) && !/\d/u.test(text)) return [{ ...whole, confidence: 0.5 }]
  return []
}
