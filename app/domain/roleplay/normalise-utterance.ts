import { rememberRecent } from '../shared/remember-recent'

/** Simplified characters that matter for hearing a question, each followed by its traditional form. */
const SIMPLIFIED =
  '们們这這么麼吗嗎请請问問谁誰说說结結险險爱愛办辦报報备備贝貝笔筆边邊财財产產场場车車处處从從单單当當点點电電动動对對儿兒发發饭飯风風妇婦该該个個给給关關观觀广廣归歸贵貴国國过過还還号號后後欢歡换換会會机機积積计計记記继繼价價间間简簡将將讲講奖獎较較节節紧緊进進经經旧舊据據觉覺开開课課亏虧来來劳勞离離里裡历歷丽麗联聯两兩疗療临臨领領龄齡买買卖賣没沒梦夢难難脑腦农農凭憑评評签簽钱錢轻輕庆慶权權让讓认認软軟赛賽伤傷烧燒设設实實时時识識试試适適书書数數税稅损損态態谈談体體条條听聽万萬为為卫衛习習现現线線项項写寫谢謝学學压壓烟煙盐鹽严嚴样樣药藥业業医醫应應银銀亿億忧憂邮郵员員愿願约約运運载載赚賺张張长長账帳着著证證种種周週转轉装裝资資总總组組妈媽爷爺岁歲负負债債务務缴繳费費预預储儲贷貸虑慮怀懷养養护護随隨'

const TRADITIONAL = new Map<string, string>()
for (let i = 0; i < SIMPLIFIED.length; i += 2) TRADITIONAL.set(SIMPLIFIED[i]!, SIMPLIFIED[i + 1]!)

/** Lines of the talks that go on now, and the cues of their clients: each turn reads all of them. */
const MOST_TEXTS = 5_000

/**
 * Makes the forms people type alike for matching: full-width letters and digits, simplified characters, half-width marks, blanks inside Chinese.
 * Not for quoting: offsets change.
 */
export const normaliseUtterance = rememberRecent(normalise, MOST_TEXTS)

function normalise(text: string): string {
  const plain = text.normalize('NFKC').replace(/[\u200b-\u200f\ufeff]/g, '')
  const hanOnly = [...plain].map((character) => TRADITIONAL.get(character) ?? character).join('')
  return hanOnly
    .replace(/(?<=\p{Script=Han})[ \t\u3000]+(?=\p{Script=Han})/gu, '')
    .replace(/妳/g, '你')
    .replace(/,/g, '，')
    .replace(/;/g, '；')
    .replace(/!/g, '！')
    .replace(/\?/g, '？')
    .trim()
}
