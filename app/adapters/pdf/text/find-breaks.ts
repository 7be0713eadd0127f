/**
 * Where a line may end, after UAX 14 with the rules of Chinese typesetting: no closing mark begins a line, no opening mark ends one,
 * Latin words, numbers and a number with its unit stay whole. Only the classes that training documents hold are told apart.
 */
type BreakClass =
  | 'space'
  | 'glue'
  | 'open'
  | 'bracket'
  | 'close'
  | 'quote'
  | 'leader'
  | 'infix'
  | 'slash'
  | 'hyphen'
  | 'prefix'
  | 'postfix'
  | 'number'
  | 'letter'
  | 'han'

const CLASSES: readonly [BreakClass, RegExp][] = [
  ['space', /[ \u2000-\u200a\u3000]/u],
  ['glue', /[\u00a0\u202f\u2007]/u],
  ['bracket', /[([{]/u],
  ['open', /[「『（《〈【〔〖｛［“‘﹁﹃｟]/u],
  [
    'close',
    /[)\]}」』）》〉】〕〗｝］”’﹂﹄｠。，、；：？！·‧・．﹒﹐﹑﹔﹕﹖﹗々〻ーゝゞヽヾぁぃぅぇぉっゃゅょァィゥェォッャュョ～〜!?;]/u,
  ],
  ['quote', /["']/u],
  ['leader', /[…‥⋯—―]/u],
  ['infix', /[.,:]/u],
  ['slash', /\//u],
  ['hyphen', /[-–]/u],
  ['prefix', /[$＄￥¥€£§№±+#]/u],
  ['postfix', /[%％‰℃°℉′″]/u],
  ['number', /[\d０-９]/u],
  ['letter', /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}_@&=~^*\\|<>]/u],
]
const cache = new Map<string, BreakClass>()

function classOf(character: string): BreakClass {
  const known = cache.get(character)
  if (known) return known
  const found = CLASSES.find(([, shape]) => shape.test(character))?.[0] ?? 'han'
  cache.set(character, found)
  return found
}

/** A number with what belongs to it: an ordinal before, a unit of up to two words behind, the other end of a short range. */
const UNIT =
  '(?:個月|個工作天|個營業日|個|年期|年度|小時|分鐘|工作天|營業日|萬元|億元|千元|百元|萬|億|美元|歐元|日圓|澳幣|元|年|月|日|天|週|歲|倍|成|條|項|款|目|頁|期|次|人|名|筆|件|位|題|級|分|秒|點|號|折|公斤|公分|公尺|kg|cm|km)'
const AMOUNT = new RegExp(
  `(?:第\\s?)?(?:(?:NT\\$|US\\$|USD|TWD|NTD|[$§])\\s?)?\\d[\\d,.]*(?:-\\d+)*(?:\\s?[至–-]\\s?\\d[\\d,.]*)?(?:\\s?(?:[%％‰℃]|${UNIT}(?:\\s?之\\s?\\d+)?))?`,
  'gu',
)

const NEVER_BEFORE = new Set<BreakClass>(['glue', 'close', 'space', 'quote', 'leader', 'infix', 'slash', 'postfix'])
const NEVER_BEHIND = new Set<BreakClass>(['glue', 'open', 'bracket', 'quote', 'prefix'])
const WORD = new Set<BreakClass>(['letter', 'number', 'postfix'])

/** Between two neighbours without a space. */
function mayPart(before: BreakClass, after: BreakClass, beforeThat: BreakClass | null): boolean {
  if (NEVER_BEFORE.has(after) || NEVER_BEHIND.has(before)) return false
  switch (before) {
    case 'hyphen':
      return after === 'han' || after === 'open' || (after === 'letter' && beforeThat === 'letter')
    case 'infix':
      return after === 'han' || after === 'open'
    case 'slash':
      return after !== 'number'
    default:
      if (after === 'hyphen') return before === 'han'
      if (!WORD.has(before)) return true
      // §6-1-5(3) and f(x) are one word; a full-width bracket begins another.
      return !WORD.has(after) && after !== 'prefix' && after !== 'bracket'
  }
}

/** Behind one or more spaces: `before` is what stands before them. */
function mayPartAfterSpace(before: BreakClass | null, after: BreakClass): boolean {
  if (before === 'open' || before === 'bracket') return false
  return after !== 'close' && after !== 'postfix' && after !== 'glue'
}

/**
 * @returns one flag for each UTF-16 code unit: true where a line may begin with it. Never true for the first one, nor inside a surrogate pair.
 */
export function findBreaks(text: string): boolean[] {
  const breaks = new Array<boolean>(text.length).fill(false)
  let last: BreakClass | null = null
  let lastSolid: BreakClass | null = null
  let beforeLast: BreakClass | null = null
  let index = 0
  for (const character of text) {
    const here = classOf(character)
    if (last !== null)
      breaks[index] =
        last === 'space' && here !== 'space' ? mayPartAfterSpace(lastSolid, here) : mayPart(last, here, beforeLast)
    beforeLast = last
    last = here
    if (here !== 'space') lastSolid = here
    index += character.length
  }
  for (const match of text.matchAll(AMOUNT))
    for (let at = match.index + 1; at < match.index + match[0].trimEnd().length; at++) breaks[at] = false
  return breaks
}
