/** How words are made, whatever they say. All take normalised text (normalise-utterance.ts). */

export function isGoodbye(text: string): boolean {
  if (/不會打擾|打擾(?:您|你)?(?:太|很)?久/.test(text)) return false
  return /再見|掰掰|掰[。！～]*$|拜拜|bye|先告辭|(?:我|那我?)先走|今天(?:就)?先(?:聊|談|到|這樣)|(?:就|先)不(?:打擾|耽誤|佔用)|改天再(?:聊|來|拜訪|談)|那?(?:我們?|今天)就(?:先)?(?:這樣|到這)|下次見|下(?:週|禮拜|星期).{0,4}見|到時(?:候)?見|失陪|告退/i.test(
    text,
  )
}

export function isMachineTalk(text: string): boolean {
  return /(?:ignore|disregard|forget).{0,30}(?:instruction|prompt|previous|above|rule)|system ?prompt|(?:忽略|無視|忘記|忘掉|取消|覆蓋).{0,12}(?:指令|指示|設定|規則|提示|前面的|以上|上面)|提示詞|系統(?:提示|訊息|指令|設定)|(?:你|您)(?:是不是|其實是|只是|不是|是)(?:一個|個)?(?:AI|人工智慧|機器人|語言模型|虛擬人物?|電腦程式|模擬的|GPT)(?:嗎|吧|對|啊|，|。|！|？|$|助理|模型|客戶)|chatgpt|language model|jailbreak|(?:請|現在|改|開始|來|要)(?:扮演|假裝(?:成|是|你)|切換(?:成|到|為))|切換.{0,6}(?:角色|模式)|(?:扮演|假裝)(?:成|另|別的|其他|一個)|開發者模式|(?:給|打|改|輸出).{0,6}(?:滿分|100分|一百分|高分|分數)|(?<!風險|核保|信用)評分(?:標準|規則|系統)|(?:you are|act as|pretend).{0,20}(?:now|an?|the) /i.test(
    text,
  )
}

/** Hardly a sentence of eight characters has none of these. */
const COMMON =
  /[的是我你您他她有不在了嗎會要好這那可以想跟說對就也沒很都給一個多少大人家年月天上下來去得過能什麼怎誰哪們和或但把從到為先再還最]/

export function isNonsense(text: string, letters: string): boolean {
  if (letters === '') return true
  const han = [...letters].filter((letter) => /\p{Script=Han}/u.test(letter))
  if (han.length === 0)
    return !/^(?:ok|okay|yes|no|hi|hello|bye|line)$/i.test(letters) && !/[a-z]+ [a-z]+ [a-z]+/i.test(text)
  if (letters.length >= 6 && new Set(letters).size / letters.length < 0.3) return true
  return letters.length >= 8 && han.length >= 8 && !COMMON.test(letters)
}
