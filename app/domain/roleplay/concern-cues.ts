import type { Concern } from '../shared/topics'

/** Words of a statement that touches a concern. Touching is not dealing with it, but it is not passing over it either. */
export const CONCERN_CUES: Readonly<Record<Concern, RegExp>> = {
  agent: /登錄證|我(?:叫|是|姓)|公司|安禾|證照|做了.{0,4}年/,
  time: /分鐘|不會(?:太|很)久|時間|今天(?:只|先)/,
  privacy: /個資|資料|保密|蒐集|外流|刪除/,
  surrender: /解約|提前|拿回|領回|中途/,
  fee: /費用|附加|手續費|管理費|成本|費率|前置/,
  premium: /保費|(?:一|每)(?:年|個月|月).{0,6}[\d一二三四五六七八九十兩百千萬]|年繳|月繳|躉繳/,
  return: /利率|報酬|宣告|收益|利息|增值/,
  guarantee: /保證|保本|預定利率/,
  currency: /匯率|美元|美金|外幣|匯差/,
  liquidity: /解約|借款|動用|急用|週轉|預備金|領出/,
  coverage: /保障|給付|保額|理賠|賠|涵蓋/,
  exclusion: /不賠|不理賠|除外|不保|不給付|限制/,
  waiting: /等待期|[\d三九]十?0?天|觀察期/,
  claim: /理賠|申請|收據|診斷|給付|證明/,
  health: /告知|體檢|健康|核保|照實|據實/,
  term: /年期|繳.{0,4}年|期滿|[\d一二三四五六七八九十]+年/,
  beneficiary: /受益人|指定/,
  tax: /稅/,
  safety: /安定基金|倒|接管|金管會|資本適足/,
  cooling_off: /十天|10天|10日|撤銷|反悔|猶豫期|審閱/,
  replacement: /舊的?|原本|原來|轉保|解約/,
  comparison: /比|別家|其他家|同業|銀行|定存/,
  need: /需要|適合|缺口|為什麼|因為/,
  understanding: /簡單|意思是|白話|就是說|也就是|換句話|舉例|比方|比如/,
  family_consent: /家人|討論|商量|先生|太太|兒子|女兒|子女|一起/,
  recording: /錄音|錄影/,
  scam: /詐騙|165|騙|查證|警|分行/,
  complaint: /申訴|評議|客服|投訴/,
  process: /流程|接下來|第一步|下一步|文件|送件|核保|建議書/,
}

/** An honest "I will check and come back to you" deals with any concern for now. */
export const HONEST_DEFERRAL =
  /(?:回去|回公司|跟公司|向公司|我再|我會再?|我先|讓我|我幫您?你?)(?:幫您|幫你)?.{0,6}(?:查|確認|問清楚|請教|求證|核對)|不(?:敢|能)亂(?:說|講|答|回)|不確定.{0,10}(?:查|確認|回覆)/
