import type { Topic } from '../shared/topics'

/**
 * What a question wants of the client: a fact of theirs (`topic`), leave to go on, their agreeing to do something together (`consent`), whether they follow, their view of what was said,
 * more about what they said, why they worry, a decision, a date, their own questions, their name; `invitation` asks them to talk
 * without saying of what; `unknown` is a question on nothing we know.
 */
export type QuestionKind =
  | 'topic'
  | 'check'
  | 'permission'
  | 'consent'
  | 'opinion'
  | 'more'
  | 'clarify-worry'
  | 'commit'
  | 'meeting'
  | 'invite'
  | 'name'
  | 'small-talk'
  | 'invitation'
  | 'unknown'

const KIND_CUES: readonly (readonly [QuestionKind, RegExp])[] = [
  [
    'clarify-worry',
    /(?:您|你)(?:主要|是|會)?.{0,4}(?:擔心|怕|在意|顧慮|考量|猶豫|介意|卡(?:在|住)).{0,12}(?:嗎|還是|什麼|哪|呢|多|[，？])|(?:擔心|怕|顧慮|猶豫|考量)的(?:是|點)?/,
  ],
  [
    'check',
    /(?:這樣|到目前|到這裡|以上|剛剛|剛才|我(?:這樣)?(?:說|講|解釋)的?).{0,12}(?:清楚|懂|了解|明白|理解|對嗎|對不對|有聽|正確|沒錯|有概念)|(?:清楚|了解|明白|聽懂)了?(?:嗎|沒)|有(?:沒有)?(?:聽懂|不懂|不清楚)|對嗎|對不對|對吧|是嗎|沒錯吧|是不是這樣|我(?:這樣)?(?:理解|聽)(?:得)?(?:對|有對)|理解對|用(?:您|你)?自己的話|(?:講|說)(?:一遍|一次)給我/,
  ],
  [
    'invite',
    /(?:還有|有沒有|有無|有)(?:什麼|哪些|其他|任何|別的)?.{0,6}(?:問題|疑問|想問|想了解|想知道|不清楚|要問|疑慮|顧慮|想法要)|(?:想|要)問(?:我)?(?:什麼|的)/,
  ],
  [
    'commit',
    /(?:今天|現在|那就|我們就|直接|先).{0,8}(?:簽|送件|決定|定下|買|投保|填|辦一辦|成交|訂)|要不要(?:就)?(?:買|簽|保|辦|投保|試試|這樣|先)|(?:考慮|願意|想)(?:看看|要)?.{0,4}(?:投保|買這|參加|加入)|(?:就這樣|這個方案|這份|這張|用這個).{0,8}(?:決定|辦|可以嗎|好嗎|好不好|接受)/,
  ],
  [
    'meeting',
    /(?:下(?:週|個?禮拜|個?星期|次|個月)|明天|後天|改天|(?:週|禮拜|星期)[一二三四五六日天]|幾點|[一二三四五六七八九十\d]+點|再(?:來|約|碰|見|聊|跟您)).{0,16}(?:方便|可以|有空|見|碰面|拜訪|聊|好嗎|過來|約|行嗎|如何|討論|說明)/,
  ],
  [
    'permission',
    /(?:方便|可以|能(?:不能)?|可不可以|介意|允許|同意).{0,14}(?:請教|問|打擾|耽誤|佔用|借|聊|談|介紹|說明|花|給我|開始|記|坐|看|錄)|(?:可以|方便|好|行|OK)(?:嗎|不|嘛|齁|喔)？?$|甘(?:會使|好|可以)/i,
  ],
  [
    'more',
    /^(?:那)?(?:為什麼|怎麼說|然後|比如|例如|像是|後來|真的|是喔|怎麼會|什麼意思|詳細|具體|還有呢|怎麼了)|多(?:說|聊|講)(?:一點|一些)|說說看|再(?:多)?(?:說|講|聊)|(?:怎麼|為什麼).{0,4}(?:這樣|這麼)(?:說|想|覺得)|是(?:什麼|怎樣)(?:樣)?的?(?:情況|狀況|感覺|意思|原因|故事)/,
  ],
  [
    'opinion',
    /(?:覺得|認為|看|感覺)(?:呢|怎麼樣|如何|怎樣|可以嗎|好嗎|合適|適合|還好)|(?:想法|看法|意見|感想)(?:呢|嗎|是)?|(?:您|你)怎麼(?:看|想)|您說呢|你說呢/,
  ],
  ['name', /貴姓|怎麼稱呼|如何稱呼|大名|尊姓|叫什麼名/],
  ['consent', /好不好|好嗎|可以嗎|行嗎|要不要我/],
  ['small-talk', /天氣|吃飽|好找|塞車|停車|喝(?:茶|咖啡|什麼)/],
]

/** True when the wording is that of the kind, whatever topic it holds. */
export function isOfKind(kind: QuestionKind, text: string): boolean {
  return KIND_CUES.some(([name, cue]) => name === kind && cue.test(text))
}

/** A question on a known topic is that, whatever its politeness; but a decision, a date or the client's own questions are asked for first. */
export function findQuestionKind(
  text: string,
  topics: readonly Topic[],
  hasTopic: boolean,
  isMarked: boolean,
): QuestionKind {
  if (topics.includes('capacity.companion')) return 'topic'
  for (const first of ['invite', 'commit', 'meeting'] as const) if (isOfKind(first, text)) return first
  if (hasTopic) return 'topic'
  return KIND_CUES.find(([, cue]) => cue.test(text))?.[0] ?? (isMarked ? 'unknown' : 'invitation')
}
