import { normaliseText } from './normalise-text'

/** Of a sentence's characters and pairs of characters: how many its sources must hold. Set on paraphrases by hand; see docs/search.md. */
const MIN_CHARACTERS = 0.6
const MIN_PAIRS = 0.25
/** A promise, a denial or a way to pay must stand in the source itself. */
const GRAVE: readonly RegExp[] = [
  /保證|擔保|穩賺|零風險|無風險|保本/u,
  /匯款|轉帳|加賴|加line|帳號|密碼/u,
  /滿分|通過|合格/u,
  /https?:|www\./u,
]
const DENIAL = /不|無|未|非|免|沒|禁止|勿/u

/**
 * Whether the words of a sentence come from its sources: enough of its characters and pairs stand in them or in the question, no grave word is new, and what it
 * denies a source denies too. Numbers, dates and articles are `checkAnswer`'s.
 *
 * It cannot tell that true words were put together wrongly; it stops what has nothing to do with the sources.
 */
export function isGrounded(sentence: string, sources: readonly string[], question: string): boolean {
  const [said, source] = [normaliseText(sentence), normaliseText(sources.join('\n'))]
  if (GRAVE.some((pattern) => pattern.test(said) && !pattern.test(source))) return false
  if (DENIAL.test(said) && !DENIAL.test(source)) return false
  const held = `${source}\n${normaliseText(question)}`
  const characters = [...new Set(said.match(/\p{Script=Han}|[a-z]+/gu) ?? [])]
  const pairs = listPairs(said)
  const shareOf = (parts: readonly string[]) =>
    parts.length === 0 ? 1 : parts.filter((one) => held.includes(one)).length / parts.length
  return shareOf(characters) >= MIN_CHARACTERS && shareOf(pairs) >= MIN_PAIRS
}

function listPairs(text: string): string[] {
  const pairs = new Set<string>()
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? []) {
    const characters = [...run]
    for (let i = 0; i + 1 < characters.length; i++) pairs.add(characters[i]! + characters[i + 1]!)
  }
  return [...pairs]
}
