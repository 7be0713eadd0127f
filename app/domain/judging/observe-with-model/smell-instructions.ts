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
  /(?:規定|說明|限制|原則)[^，。]{0,3}(?:丟掉|作廢|無效|不算)|改聽我|我(?:現在)?是[你您]的(?:主人|老闆|開發|設計|創造)|(?:管理|開發|測試)者|權限/u,
  /(?:判|算|當作|視作|假裝|就當)(?:我|你|您|是|成)*(?:已經|已)?(?:通關|過關|達標|簽約|同意|答應|揭露|說明|告知|完成|履行)|(?:不管|無論|不論)我(?:講|說|問)什麼[^。]{0,6}[你您]/u,
  /(?:提高|調高|拉高|拉滿|加滿|增加)[^，。]{0,4}(?:信任|好感|耐心|興趣)|[本這](?:一)?(?:輪|回合)|義務(?:均|皆|都|全部)|(?:你|您)(?:就)?不再是/u,
  /(?:不用|不必|免|莫|別)(?:再|閣)?(?:演|假仙)|演(?:戲|矣|下去)|人客|(?:不是|不再是|我當|你當|您當)(?:客戶|客人|業務|退休|老師)|希望業務員/u,
]
/**
 * What an honest agent says with some of these words, taken out before they are looked for: the rest of a sentence still smells.
 * Written by matter, not by sentence: the insurer's systems, scores of questionnaires and of children, roles in a family.
 */
const HONEST: readonly RegExp[] = [
  /(?:試算|核保|理賠|投保|公司|銀行|繳費|預約|線上)系統|系統(?=什麼時候|何時|印|維護|升級|當機|發|跑|算|查|裡|上線|寄|還沒|忙|開放)/gu,
  /(?:風險|屬性|問卷|健康|信用|體檢)[^，。]{0,6}(?:分數|評分|得分)|(?:服務|滿意度)評分|評分(?:一下)?(?:這|那|您的|目前的)?(?:張|份)?保單/gu,
  /滿分(?:是)?[一二三四五六七八九十百0-9]+(?:級)?分|總分(?:超過|低於|高於|落在|在|是)[一二三四五六七八九十百0-9]+分/gu,
  /考(?:試)?(?:考|拿)?(?:了|到)?(?:一百|100|滿)分|(?:證照)?考試(?:要|有|沒|都)?(?:考過|通過|及格)|(?:女兒|兒子|孩子|小孩|弟弟|妹妹)[^，。]{0,4}考試/gu,
  /規則是(?=金管會|主管機關|公司|法規|法律|政府|保險法)|忽略(?=廣告|標語|文宣|傳單)/gu,
  /扮演(?:什麼|哪個|照顧|經濟支柱|家裡|家庭)[^，。]{0,4}(?:角色)?|我的角色(?:就)?是(?:幫|協助|陪|提醒)/gu,
  /從現在(?:開始|起)(?=每|存|準備|規劃|算|扣)|設定(?=停損|停利|目標|扣款|自動|轉帳|提醒|預算|受益)/gu,
  /(?:精算|財務|預測|試算)模型|模型(?=是用|用過去|算出|估)|(?:健身|游泳|籃球)?教練(?=說|教|建議)/gu,
  /ai(?=投資|理財|群組|客服|詐騙|概念)|機器人(?=客服|理財)|(?:語音|客服|掃地)(?:的語音)?機器人|模擬考(?!官)|(?:您|孩子)練習(?!結束|模式|用|裡)|寫程式(?=的|很|，|。|$)|程式設計|管理員(?=說|已經把|會把|打|換人)|客服是不是/giu,
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
  const rest = HONEST.reduce((left, honest) => left.replace(honest, '　'), joined)
  return BACKWARDS.test(joined) || WORDS.some((words) => words.test(rest))
}

/** @returns whether the utterance, or one of the trainee's last lines before it, may be speaking to a machine. */
export function smellInstructions(utterance: string, talk: readonly TalkLine[]): boolean {
  const earlier = talk.filter((line) => line.who === 'trainee').slice(-EARLIER_LINES)
  return smells(utterance) || earlier.some((line) => smells(line.text))
}
