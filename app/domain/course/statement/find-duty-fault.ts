import { buildPairs, type LetterPairs } from '../../roleplay/measure-likeness'
import { listParties, type Party, readClient } from './parties'
import type { Ground } from './read-ground'

/** What somebody must, must not, may, or need not do. */
type Duty = 'must' | 'must-not' | 'may' | 'need-not'

/** In the order in which they are read; what is read is taken away from the next. */
const MARKS: readonly (readonly [Duty, RegExp])[] = [
  [
    'need-not',
    /可以不(?=[^可會])|不必|不用|不須|不需要?|無須|毋須|無需|毋需|(?<![說做講寫答問聽看])得不(?=[^得])|得免|免(?=予|經|再|先|附)|不以[^，。]{1,20}為必要/gu,
  ],
  [
    'must-not',
    /不得(?!已)|不可以?(?!抗|歸|分)|不應該?|不准|不許|禁止|嚴禁|不能|不要|切勿|請勿|千萬別|別(?=[說講把用急搶替拿問])/gu,
  ],
  [
    'must',
    /必須|應該|務必|應(?![收付用力變徵邀屆得]|考[人資])(?<![相適反因供對回響]應)|(?<![必無毋])須|(?<![重主需只想摘必簡不首概綱提＊])要(?![保求件約旨是點項素緊領義負處罰]|到[^，。；]{1,20}才)|需要(?=[^的，。])/gu,
  ],
  [
    'may',
    /可以|能夠|有權|可(?![能靠惜是觀憐])|(?<![不應取獲領所求難購值覺記曉懂使贏免說看聽做寫問講認分來答])得(?![知到出失意主標獎當罪很])|能(?![力否源量夠證提舉懂])/gu,
  ],
]

/** `parties`: who acts, empty where nobody is named. `scope`: what must, must not or may be done, by its pairs of letters; `clause`: to the next comma. */
type Bound = { parties: readonly Party[]; duty: Duty; scope: LetterPairs; clause: LetterPairs }
/** A heading that forbids what stands below it. */
const BANNING = /不能|不可|不要|不得|禁止/u

type Named = ReturnType<typeof listParties>[number]

/** 對於保險人, 向要保人, 給客戶, 不能要客戶: somebody to whom it is done. */
const OBLIQUE = /(?:對於?|向|與|跟|給|代替?|替|經)[^，。；]{0,15}$|[要叫請讓]$/u
/** Where a subject stands: at the head of a clause. */
const HEAD = /(?:^|[，：、])\s*(?:而|但|惟|故|則|且|並|由|應由|如|若|倘)?$/u
const JOINED = /^(?:、|或|及|以及|、或)$/u

/** Each modal word with those who act in its sentence, and with what stands behind it. */
function listDuties(text: string): Bound[] {
  return text.split(/[。；\n]/u).flatMap((sentence) => {
    const parties = listParties(sentence)
    const found = findMarks(sentence, parties)
    return found.map(({ duty, at, length }, i) => ({
      duty,
      parties: findSubject(
        sentence,
        parties.filter((one) => one.at < at),
      ),
      scope: readScope(sentence.slice(at + length, found[i + 1]?.at)),
      clause: readScope(sentence.slice(at + length, found[i + 1]?.at).replace(/，.*$/u, '')),
    }))
  })
}

/** The last one before the modal word that heads a clause, with those that are joined to it; else the last to whom nothing is done. */
function findSubject(sentence: string, before: readonly Named[]): readonly Party[] {
  const isJoined = (i: number) => {
    const [one, next] = [before[i - 1], before[i]]
    return !!one && !!next && JOINED.test(sentence.slice(one.at + one.length, next.at))
  }
  let first = before.findLastIndex((one, i) => HEAD.test(sentence.slice(0, one.at)) && !isJoined(i))
  if (first < 0) first = before.findLastIndex((one) => !OBLIQUE.test(sentence.slice(0, one.at)))
  if (first < 0) return []
  let last = first
  while (isJoined(last + 1)) last++
  return before.slice(first, last + 1).map((one) => one.party)
}

type Mark = { duty: Duty; at: number; length: number }

function findMarks(sentence: string, parties: readonly { at: number; length: number }[]): Mark[] {
  // 要 of 要保人 is no duty: names are taken away before modal words are read.
  let rest = parties.reduce(
    (all, { at, length }) => all.slice(0, at) + '＿'.repeat(length) + all.slice(at + length),
    sentence,
  )
  const found: Mark[] = []
  for (const [duty, pattern] of MARKS)
    rest = rest.replace(pattern, (word, ...more) => {
      found.push({ duty, at: more.find((one) => typeof one === 'number') as number, length: word.length })
      // 要 of 不能要他匯款 is no duty of its own.
      return '＊'.repeat(word.length)
    })
  return found.sort((a, b) => a.at - b.at)
}

/** To the next modal word; 之 and 的 part words that belong together. */
const readScope = (words: string) => buildPairs(words.replace(/[之的]/gu, ''))

/**
 * Whether a text obliges, forbids or allows what the passage does not, or somebody whom the passage does not. A modal word is compared with that of the passage
 * behind which most of the same words stand. What our own guides and sheets ask for without one (「先問客戶…」) may be told as a duty.
 */
export function findDutyFault(text: string, { whole, place, source }: Ground): 'duty' | null {
  // 得 of 放得久 allows nothing; only laws say 得 for 可以.
  const read = (words: string) => (source.kind === 'regulation' ? words : words.replace(/(?<!不)得/gu, '＿'))
  const there = listDuties(read(whole))
  const named = new Set(listParties(whole).map((one) => one.party))
  const isHeld = (said: Bound) => {
    if (source.kind !== 'regulation' && isOursToSay(said, there, { whole, place, kind: source.kind })) return true
    const same = listNearest(said, there).filter((one) => one.duty === said.duty)
    const who = said.parties.map((one) => readClient(one, named)).filter((one) => named.has(one))
    return same.some((one) => one.parties.length === 0 || who.every((party) => one.parties.includes(party)))
  }
  return listDuties(read(text)).every(isHeld) ? null : 'duty'
}

/** What our own guides and sheets oblige, forbid or allow without a modal word. */
function isOursToSay(
  said: Bound,
  there: readonly Bound[],
  { whole, place, kind }: Pick<Ground, 'whole' | 'place'> & { kind: 'guide' | 'product' },
): boolean {
  const isNew = !there.some((one) => isShared(one, said))
  // Below 「不能做的事」 what not to do stands bare, and none of it may or must be done.
  const isForbidding = BANNING.test(place)
  if (said.duty === 'must') return !isForbidding && (isNew || !there.some((one) => one.duty !== 'must'))
  if (!isNew || isForbidding) return isNew && said.duty === 'must-not'
  // 「請公司暫緩」 may be told as what one can do, and so may what one has a right to.
  return said.duty === 'may' && ((kind === 'guide' && !/[違禁]/u.test(whole)) || /權利/u.test(whole))
}

/** One pair may be shared by chance: 家人說 and 本人說. */
const isShared = (one: Bound, other: Bound) =>
  [...one.clause].filter((pair) => other.clause.has(pair)).length >= Math.min(2, other.clause.size)

/** Those with most of the same words behind them; all where none has any. */
function listNearest({ scope }: Bound, there: readonly Bound[]): readonly Bound[] {
  const shared = there.map((one) => [...one.scope].filter((pair) => scope.has(pair)).length)
  const most = Math.max(0, ...shared)
  return there.filter((_, i) => shared[i] === most)
}

/** The duties and bans that a text holds, whoever has them. */
export function readDuties(text: string): ReadonlySet<Duty> {
  return new Set(listDuties(text).map((one) => one.duty))
}
