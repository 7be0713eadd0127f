/** What a product sheet says, and the same said the other way round: the pairs that clients and trainees mix up. */
const TURNS: readonly [RegExp, string][] = [
  [/本商品沒有解約金，停繳或終止時領不回已經繳的保費/u, '本商品有解約金，停繳或終止時可以領回已經繳的保費'],
  [/本商品沒有解約金/u, '本商品有解約金'],
  [/本商品沒有宣告利率，也沒有(分紅或)?增值回饋分享金/u, '本商品有宣告利率，也有增值回饋分享金'],
  [/本商品沒有宣告利率，也沒有保證利率/u, '本商品有宣告利率，也有保證利率'],
  [/這張保單不是存款，不受存款保險保障；受/u, '這張保單等於存款，受存款保險保障；也受'],
  [/這張保單不是存款，不受存款保險保障/u, '這張保單等於存款，受存款保險保障'],
  [/這是附約，不能單獨買/u, '這是附約，但可以單獨買'],
  [/就不能解約，也不能用保單借款/u, '仍然可以解約，也可以用保單借款'],
  [/副本理賠不適用，須交正本收據/u, '副本也可以理賠，不必交正本收據'],
  [/不得以貸款或保單借款繳費/u, '也可以用貸款或保單借款繳費'],
  [/，沒有最低保證/u, '，但有最低保證'],
  [/這是現在的數字，不是保證/u, '這個數字保證不變'],
  [/保費在整個期間每年一樣，不會隨年齡每年調高/u, '保費在整個期間會隨年齡每年調高'],
  [/就沒有任何給付，也不退還保費/u, '就退還全部的保費'],
  [/免體檢不等於免告知/u, '免體檢就等於免告知'],
  [/給付一次後契約終止，不會再賠第二次/u, '給付一次後契約繼續有效，還可以再賠第二次'],
  [/給付後契約終止，之後再罹患別的病，就沒有這張保障/u, '給付後契約仍然有效，之後再罹患別的病還可以再賠'],
  [/給付後契約終止/u, '給付後契約仍繼續有效'],
  [/不看實際花了多少/u, '但不超過實際花的錢'],
  [/沒有疾病等待期(?!，[因但])/u, '訂有疾病等待期'],
  [/這不是壽險，沒有另外加成的身故保險金/u, '另外還有加成的身故保險金'],
  [/沒有身故保險金，也沒有期滿給付/u, '有身故保險金，也有期滿給付'],
  [/沒有身故保險金(?!；)/u, '附有身故保險金'],

  [/意外受傷沒有等待期/u, '意外受傷也要等滿等待期'],
  [/即使過了等待期也一樣/u, '過了等待期就可以賠'],
  [/不算意外，不賠/u, '也算意外，可以理賠'],
  [/，不賠（/u, '，仍然理賠（'],
  [/不會因為虧損而理賠/u, '虧損時可以申請理賠'],
  [/這不是保險公司收的，但一樣是您的成本/u, '這是保險公司收的'],
  [/不必說明理由，也不收任何費用/u, '必須說明理由，並且要付手續費'],
  [/不能超過您實際付出去的醫療費/u, '可以超過您實際付出去的醫療費'],
  [/，保費不退/u, '，保費會退還'],
  [/(\d+) 歲的長輩不能用這張投保，只能評估其他方式/u, '$1 歲的長輩也能用這張投保'],
  // 不給付保險金，返還保單價值準備金: half of it would stay true.
  [/(?:也就|也)?不給付(?!保險金（[^）]*），返還)/u, '仍然給付'],
]

/** Where the sense goes on from a sentence that is not shown, or the sheet speaks to the reader. */
const LEANS = /^(?:但|也|而|再|這一點|這裡|這是|它|反過來|之後|以後|即使|所以|因為|也就是|請|舉例)|請|見第|您/u
const LONGEST = 78

/** @returns the sentence turned into its opposite, or null where no pair is known. */
export function turnStatement(sentence: string): string | null {
  for (const [right, wrong] of TURNS) {
    const found = right.exec(sentence)
    if (!found) continue
    // Two places that say it would leave one of them true.
    if ([...sentence.matchAll(new RegExp(right.source, 'gu'))].length > 1) return null
    return sentence.replace(right, wrong)
  }
  return null
}

/** @returns whether a sentence of a sheet says all of it by itself. */
export function standsAlone(sentence: string): boolean {
  return sentence.length <= LONGEST && sentence.length >= 10 && !LEANS.test(sentence) && sentence.endsWith('。')
}
