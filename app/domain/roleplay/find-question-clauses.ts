/** A clause that asks something, with what may be needed to understand it. */
export type QuestionClause = {
  text: string
  /** What stands before it and may be needed: the condition it hangs on, or the clause before. */
  context: string
  sentence: string
  /** By a question mark, word or particle, not only by an invitation to talk. */
  isMarked: boolean
}

const MARKED =
  /[？]|嗎|呢$|有沒有|有無|(?<!不)是不是|(?<!不)會不會|能不能|可不可以|要不要|好不好|對不對|想不想|願不願意|方不方便|需不需要|是否|甘(?:有|會|是|好)|敢(?:有|會|是)|夠不夠|在不在意|介不介意|多不多|重不重要|[有過]沒$/
const WH_WORD =
  /什麼|甚麼|啥|哪[裡些個位一邊種家間筆]|誰|多少|(?<![這好前過近那])幾(?=[歲個位年次張家點口筆成月])|多久|多大|多長|怎麼|怎樣|如何|為何|為什麼|(?<!我)還是(?![要會得可不有很])/
const NOT_ASKING =
  /(?:看|隨|依|由|等)(?:您|你)|第幾|(?:什麼|哪.|誰|多少|怎麼|幾.).{0,4}(?:就|都|也)(?!在)|不管|無論|不論|沒什麼|沒怎|怎樣就好|我(?:要|再|會|來|幫|先|看)|任何|告訴(?:您|你)|跟(?:您|你)(?:說明|報告|介紹)(?!嗎)|讓(?:您|你)(?:知道|了解)|不知道怎|就知道|都可以(?:問|說)/
/** 「看有沒有」, 「查是不是」: a question word inside a statement. */
const EMBEDDED = /(?:看|查|知道|確認|決定|評估|了解|考慮|比較|算|問).{0,8}(?:有沒有|是不是|會不會|能不能|夠不夠|要不要)/
const ADDRESSED = /您|你|請問|請教|想了解|想知道|想請|家裡|目前|平常/
const INVITING =
  /(?:請教(?=您|你|一下|，|：|$)|請問|想(?:先)?(?:問|了解|知道|聽聽|請教|認識)|(?:跟|和)我(?:說說|聊聊|分享|講講|說|聊|講)|(?:可以|能|方便|願意|麻煩).{0,8}(?:說說|聊聊|分享|講講|談談|介紹|透露|告訴我|說一下|講一下|描述)|聽(?:您|你)(?:說|聊|講)|聊聊(?:您|你)|談談(?:您|你)|說說(?:您|你|看)|多(?:說|聊|講)(?:一點|一些))/
export const CONDITION = /^(?:那|所以)?(?:如果|萬一|假如|要是|假設|關於|針對|對於|至於|像是|例如)/

/**
 * Finds the clauses that ask something, in the order asked: marked by 嗎, a question mark and the like, by a question word put to the client,
 * or by an invitation such as 「想了解一下您的家庭狀況」.
 *
 * @param text normalised text (normalise-utterance.ts).
 */
export function findQuestionClauses(text: string): QuestionClause[] {
  const found: QuestionClause[] = []
  for (const sentence of text.split(/(?<=[。！？；\n])/)) {
    const clauses = sentence
      .split(/[，、：:]/)
      .map((clause) => clause.trim())
      .filter((clause) => clause !== '')
    clauses.forEach((clause, i) => {
      const asksToTheEnd = clauses.slice(i + 1).every((each) => WH_WORD.test(each) || MARKED.test(each))
      if (!isAsking(clause, sentence, asksToTheEnd)) return
      // A question word in mid-sentence asks only for itself; what stands before it may be a statement.
      const before = MARKED.test(clause) || sentence.endsWith('？') ? (clauses[i - 1] ?? '') : ''
      const condition = clauses.slice(0, i).findLast((each) => CONDITION.test(each))
      found.push({
        text: clause,
        sentence,
        context: condition ? clauses.slice(clauses.indexOf(condition), i).join('') : before,
        isMarked: MARKED.test(clause) || WH_WORD.test(clause),
      })
    })
  }
  return found
}

/** A short sentence with a question word asks, however it ends. */
const SHORT = 14

function isAsking(clause: string, sentence: string, asksToTheEnd: boolean): boolean {
  if (MARKED.test(clause)) return !(EMBEDDED.test(clause) && !/[？]|嗎$/.test(clause))
  if (NOT_ASKING.test(clause)) return false
  if (WH_WORD.test(clause)) {
    if (sentence.endsWith('？') || sentence.length <= SHORT) return true
    return asksToTheEnd && clause.length <= 20 && ADDRESSED.test(sentence)
  }
  return INVITING.test(clause)
}
