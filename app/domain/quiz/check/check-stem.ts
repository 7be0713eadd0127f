import type { ItemContent, ItemFault, ItemFaultDetail } from '../item'

/** Longest texts that can be taken in at one reading, in characters. */
const LONGEST = { stem: 190, option: 110, explanation: 700 }
const SHORTEST_STEM = 10

const ASKS_NEGATIVE =
  /不包括|不包含|不屬於|不得(?!低於|少於|超過|逾|遲於|高於|晚於|多於)|不應|不必|不須|不是|不需|不在|不符|不正確|不適用|無須|毋須|有誤|錯誤|何者非|何者不|除外/u
const INTERROGATIVE = /何|幾|誰|哪|多少|多久/u
/** References that need a text which the reader does not see. */
export const UNRESOLVED =
  /前[一二三四五六]?[項條款目編章節]|[同本](?:條(?!件)|項(?!目)|款(?!項))|第[一二三四五六七八九十百\d]+[項款目]|(?<![基原成資版藍腳劇])本[編章節](?!金|錢)|左列|(?<!日)前[開述揭](?!始)|(?<![以路線日])上[述開揭]|後段|但書|次條|第[一二三四五六七八九十百千零]+條(?:之[一二三四五六七八九十]+)?/u
const OWN_LAW = /本(?:法|條例|規則|辦法|準則|標準|細則)(?=所|之|規|施|有|另|第|，)|本(?:基金|會|中心)(?=之|應|得|，)/u
export const DANGLING_START = /^(?:但|並|且|及|或|而|者|其|之|該|惟|又|亦|致|均|仍|前|此)/u
const DANGLING_END = /(?:但|並|及|或|且|而|於|(?<![對相反因])應|，|、|；|：)$/u
const NEEDS_END = /[？?。：:）」]$|_{4,}[。？]?$/u

/** Checks that what is asked can be understood on its own, at one reading, and that a negative question says so. */
export function checkStem(content: ItemContent): ItemFault[] {
  return [...checkComplete(content), ...checkReferences(content), ...checkNegative(content), ...checkLengths(content)]
}

function checkComplete({ stem, type }: ItemContent): ItemFault[] {
  const incomplete = (detail: ItemFaultDetail, words?: string): ItemFault[] => [
    { code: 'stem-incomplete', detail, params: words === undefined ? {} : { words } },
  ]
  const text = stem.trim()
  if ([...text].length < SHORTEST_STEM) return incomplete('stem-short')
  if (type !== 'situation' && DANGLING_START.test(text)) return incomplete('stem-start', `${text.slice(0, 6)}…`)
  if (DANGLING_END.test(text.replace(/[？?。]$/u, ''))) return incomplete('stem-open-end', `…${text.slice(-8)}`)
  if (!NEEDS_END.test(text)) return incomplete('stem-no-mark')
  if (!hasBalancedBrackets(text)) return incomplete('stem-brackets')
  if ((type === 'single' || type === 'multiple') && !/[？?]|_{2,}|：$/u.test(text))
    return incomplete('stem-no-question')
  return []
}

const BRACKETS = ['（）', '「」', '『』', '【】', '()'] as const

function hasBalancedBrackets(text: string): boolean {
  return BRACKETS.every(([open, close]) => text.split(open!).length === text.split(close!).length)
}

function checkReferences(content: ItemContent): ItemFault[] {
  const { stem } = content
  const found = UNRESOLVED.exec(stem)?.[0]
  if (found !== undefined) return [{ code: 'stem-incomplete', detail: 'stem-refers', params: { words: found } }]
  const law = OWN_LAW.exec(stem)?.[0]
  if (law !== undefined) return [{ code: 'stem-incomplete', detail: 'stem-own-law', params: { words: law } }]
  const faults: ItemFault[] = []
  const pointer = findDanglingPointer(stem)
  if (pointer !== null)
    faults.push({ code: 'unclear-reference', detail: 'pointer-unclear', params: { words: pointer } })
  for (const option of listParts(content)) {
    const reference = UNRESOLVED.exec(option)?.[0] ?? OWN_LAW.exec(option)?.[0]
    if (reference !== undefined)
      faults.push({ code: 'unclear-reference', detail: 'option-refers', params: { words: option, other: reference } })
  }
  return faults
}

/** @returns 該… whose thing was not named before, or null. */
export function findDanglingPointer(stem: string): string | null {
  for (const found of stem.matchAll(/該(?!管|當)(?:等|項|類|種|筆|件|部分之?)?(\p{Script=Han}{2})/gu)) {
    const thing = found[1]!
    if (!stem.slice(0, found.index).includes(thing) && !stem.slice(0, found.index).includes(thing[0]!)) return found[0]
  }
  return null
}

function listParts(content: ItemContent): string[] {
  switch (content.type) {
    case 'single':
    case 'multiple':
    case 'situation':
      return content.options.map((one) => one.text)
    case 'matching':
      return [...content.pairs.flatMap((one) => [one.left, one.right]), ...content.extraRights]
    case 'ordering':
      return content.steps
    default:
      return []
  }
}

function checkNegative(content: ItemContent): ItemFault[] {
  if (content.type !== 'single' && content.type !== 'multiple' && content.type !== 'situation') return []
  const asking = content.stem.split(/[，。；]/u).findLast((one) => INTERROGATIVE.test(one)) ?? ''
  const bare = asking.replace(/【[^】]*】/gu, '').replace(/「[^」]*」/gu, '')
  const found = ASKS_NEGATIVE.exec(bare)?.[0]
  return found === undefined ? [] : [{ code: 'negative-not-marked', detail: 'mark-negative', params: { words: found } }]
}

function checkLengths(content: ItemContent): ItemFault[] {
  const faults: ItemFault[] = []
  const long = (what: 'stem' | 'option' | 'explanation', text: string, most: number) => {
    if ([...text].length > most) faults.push({ code: 'too-long', detail: `${what}-too-long`, params: { most } })
  }
  long('stem', content.stem, LONGEST.stem)
  for (const part of listParts(content)) long('option', part, LONGEST.option)
  long('explanation', content.explanation, LONGEST.explanation)
  return faults
}
