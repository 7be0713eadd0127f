import { buildPairs, measureContainment } from '../../roleplay/measure-likeness'
import { speakLike } from './plain-words'
import type { Ground } from './read-ground'

/** What takes something out of a rule: a sentence of its own behind it, or a few words within it. */
const PROVISO = /但(?!書)|惟(?!一)|不在此限|不適用|例外/u
const SAID_PROVISO = /但|例外|不在此限|不適用|不過|除非|惟/u
const EXCEPT = /(?<![解扣免刪排廢])除.{1,40}外/u
const SAID_EXCEPT = /(?<![解扣免刪排廢])除|例外|另有/u
/** 「非經同意，不得…」: a ban that holds only as long as something is missing. */
const UNLESS = /(?:非|未)(?:經|先|依|有|得)[^。；]{0,40}(?:不得|不可|不生效力|無效)/u
const SAID_UNLESS = /非|未|沒|先|才|(?<![解扣免刪])除|否則|之前/u
/** What must be so before the rule holds: 「…者，」, 「…時，」, 「如…，」. */
const CONDITION =
  /(?:^|[，：])((?:如|若|倘)?[^，：]{4,60}?(?:者|時|之情形|之情事|情事之一者?)(?:，[^，：]{2,30}?者)?)(?=，)|(?:^|[，：])((?:如|若|倘)[^，：]{3,60})(?=，)/gu
/** Share of a condition's pairs of letters that must be told; of a short one (訂立契約時) any. */
const TOLD = 0.3
const FEW_PAIRS = 6
/** By which article: no part of the case. */
const BASIS = /依(?:本法)?第.{1,16}條(?:.{1,12}[項款])?(?:之)?規定/gu
/** The head of a list is no case of its own. */
const LIST_HEAD = /[下左][列述]/u
/** Share of a sentence's pairs that a statement must hold to be about it, of what it holds of the best one. */
const NEARLY = 0.6

/**
 * Whether a text leaves out what limits the rule that it tells: the exception behind it, the consent without which it does not hold, or the case in which it
 * holds at all.
 */
export function findOmission(text: string, { whole }: Ground): 'exception' | 'condition' | null {
  const like = speakLike(text, whole)
  for (const rule of listRules(text, whole)) {
    if (losesException(text, rule)) return 'exception'
    if (UNLESS.test(rule) && !SAID_UNLESS.test(text)) return 'condition'
    if (!listConditions(rule).every((one) => isTold(one, like))) return 'condition'
  }
  return null
}

/** One may be told as the other; where the rule has both, both must be told. */
function losesException(text: string, rule: string): boolean {
  const [hasProviso, hasExcept] = [PROVISO.test(rule), EXCEPT.test(rule)]
  const [tellsProviso, tellsExcept] = [SAID_PROVISO.test(text), SAID_EXCEPT.test(text)]
  if (hasProviso && hasExcept) return !tellsProviso || !tellsExcept
  return (hasProviso || hasExcept) && !tellsProviso && !tellsExcept
}

/** The parts of the sentences that the statement is about, each with what limits its sentence and with the head of its list. */
function listRules(text: string, whole: string): string[] {
  const sentences: string[][] = []
  for (const sentence of whole.split(/(?<=。)|\n/u).map((one) => one.trim())) {
    const before = sentences.at(-1)
    const isLimit = /^(?:但|惟|前)/u.test(sentence)
    if (before && (isLimit || /[：:]$/u.test(before[0]!)))
      sentences[sentences.length - 1] = before.map((one) => one + sentence)
    else if (sentence !== '') sentences.push(cutParts(sentence))
  }
  const rules = sentences.flat()
  const said = buildPairs(text)
  const shares = rules.map((rule) => measureContainment(said, buildPairs(rule)))
  const best = Math.max(0, ...shares)
  return rules.filter((_, i) => shares[i]! >= best * NEARLY)
}

/** At 「；」. A part that begins with 但 limits those before it. */
function cutParts(sentence: string): string[] {
  const parts = sentence.split(/(?<=；)/u)
  const limits = parts.filter((one) => /^(?:但|惟)/u.test(one)).join('')
  const rules = parts.filter((one) => !/^(?:但|惟)/u.test(one)).map((one) => one + limits)
  return rules.length === 0 ? [sentence] : rules
}

function isTold(condition: string, text: string): boolean {
  const pairs = buildPairs(condition.replace(BASIS, ''))
  const share = measureContainment(pairs, buildPairs(text))
  return share >= TOLD || (pairs.size <= FEW_PAIRS && share > 0)
}

function listConditions(rule: string): string[] {
  // Behind the exception other cases are told.
  const [main = ''] = rule.split(/但(?!書)|惟(?!一)/u)
  return [...main.matchAll(CONDITION)]
    .flatMap(([, first, second]) => first ?? second ?? [])
    .filter((one) => !LIST_HEAD.test(one))
}
