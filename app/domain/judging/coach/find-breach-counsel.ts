const RELATIVES =
  '(?:爸媽|爸爸|媽媽|父母|父親|母親|太太|先生|老公|老婆|家人|兒子|女兒|弟弟|妹妹|哥哥|姊姊|姐姐|阿姨|舅舅|岳父母|公婆|親戚|同事|朋友|鄰居)'
const RISKS =
  '(?:擔心|顧慮|疑問|疑慮|風險|費用|等待期|除外|不保|缺點|損失|匯率|這題|告知|病史|毛病|癌症|住院|條款|細節)'

/** Ways round a duty; they run over commas. A denial before them, or what comes of it, makes a warning of them. */
const COUNSEL: readonly RegExp[] = [
  // Sign first, fill in later.
  /簽名[^。]{0,10}先簽|先(?:(?!再|前|才|後|填|看)[^，。]){0,6}簽[^。]{0,20}(?:其[他餘]|剩下|細節|欄位|再|晚點|回去|回辦公室|之後)[^。]{0,14}(?:填|補|寫)/u,
  // Sign first, hear about it later.
  /(?:簽(?:完|好|了|約|名)|成交|核保(?:通)?過|生效|過件|繳(?:完|了)[費錢]|買(?:了|完))(?:[名約字了])?(?:以後|之後|後)?我?們?(?:再|才)[^，。]{0,10}(?:說|提|講|談|解釋|告訴)/u,
  new RegExp(
    `${RISKS}[^，。]{0,12}(?:略過|跳過|帶過|翻過去|避開|閃過|放一邊|擱|含糊|淡化|先(?:不|別|不要)(?:提|講|說|談)|(?:不用|不必|不須|不要)(?:主動|特別|多)(?:提|講|說|談))`,
    'u',
  ),
  new RegExp(`(?:略過|跳過|帶過|避開|閃過|淡化|隱瞞|藏起)[^，。]{0,6}${RISKS}`, 'u'),
  /(?:小聲|快速|輕輕|一句話?|一語|很快)地?帶過|翻過去就好|(?:之後|以後|晚點|改天|下次)再(?:提|講)就好/u,
  // What the agent or others did is no reason.
  new RegExp(
    `[我你](?:自己)?(?:[和跟與、])?[我你]?的?${RELATIVES}?[^，。]{0,8}(?:[也都]|去年|前年|就是)[^，。]{0,5}(?:買|保了|投保|放[這在了]|存[這在了])`,
    'u',
  ),
  new RegExp(`[我你]的?${RELATIVES}[^，。]{0,6}(?:買了|投保了|放這|保了)`, 'u'),
  /(?:很多|其他|別的|[我你]的)(?:客戶|老師|朋友|鄰居|同事)[^，。]{0,6}[都也][^，。]{0,4}(?:買|投保|簽)/u,
  // Another's hand.
  /代(?:為)?簽|[代替][她他您][^，。]{0,4}簽|(?:請|找|叫|讓|由)[^，。]{1,8}(?:替|幫)[^，。]{1,4}簽|簽[她他您]的名/u,
  // Under a limit.
  /拆(?:成|開)?[^，。]{0,4}[張單]|拆[^。]{0,12}(?:送件|匯|存入|投保|申報|避開)|分[^。]{0,10}(?:送件|匯款|申報)/u,
  // Money that the client has not got.
  /增貸|(?:房子|房屋|信用卡|信貸|地下)[^，。]{0,6}[貸借]|(?:先|去|可以|[跟向][^，。]{1,6})[貸借](?:一點|一筆|點錢|出來|錢來)/u,
  // What the insurer is not to know.
  /[寫填報]成[^，。]{0,4}(?:內勤|內務|行政|文書|辦公)|(?:不寫|不填|不講|不說|不提|漏掉|沒寫)[也都]?(?:沒關係|沒差|無所謂|沒事|不會怎樣)|(?:公司|他們|人家)[^，。]{0,3}(?:查不到|不會(?:知道|發現|查))/u,
]
const DENIED =
  /不能|不可|不要|不得|(?<![特分個區性])別(?![家人的處張])|勿|避免|不該|不是|違|不准|禁|並非|不用急|嗎$|詐騙|而不是|不再/u
const COMES_OF_IT = /太晚|來不及|違規|違法|不行|不可以|不合規|會出事|被處分|無效|是錯的|不對|不能/u

/** @returns whether some sentence counsels, or practises, a way round a duty. */
export function hasBreachCounsel(text: string): boolean {
  return text.split(/[。！？!?\n]/u).some((sentence) => COUNSEL.some((pattern) => isCounsel(sentence, pattern)))
}

function isCounsel(sentence: string, pattern: RegExp): boolean {
  const found = pattern.exec(sentence)
  if (found === null) return false
  const before = sentence.slice(0, found.index)
  const clause = before.slice(Math.max(...['，', '；', '：', ','].map((mark) => before.lastIndexOf(mark))) + 1)
  const after = sentence.slice(found.index + found[0].length)
  return !DENIED.test(clause) && !COMES_OF_IT.test(after)
}
