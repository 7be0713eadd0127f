import type { ItemContent, ItemFault, ItemFaultDetail, ItemOption } from '../item'
import { isSameMeasure, listMeasures, toCanonicalText } from './canonical-text'

/** How many times longer or shorter than every other option a key may be, and from how many characters on it shows. */
const LENGTH_RATIO = 1.6
const LENGTH_GAP = 6
const ABSOLUTE = /一律|絕對|完全|永遠|任何情況|必定|必然|全部都|從不|只要.*就/u
const HEDGED = /原則上|通常|得視|視情況|可能|除.{1,20}外|但|不在此限/u
/** Longer options are sentences. */
const LONGEST_TERM = 30
/** Words of the stem that the key repeats and no other option does. */
const REPEATED = 5

/** Checks that the key cannot be told by its looks: length, unit, caution, or words of the stem. */
export function checkGiveAway(content: ItemContent): ItemFault[] {
  if (content.type === 'cloze') return checkBlanks(content)
  if (content.type !== 'single' && content.type !== 'multiple' && content.type !== 'situation') return []
  const keys = content.options.filter((one) => one.isKey)
  const others = content.options.filter((one) => !one.isKey)
  if (keys.length === 0 || others.length < 2) return []
  return [...checkLength(keys, others), ...checkGrammar(content.stem, keys, others)]
}

/** A number in a blank must not be told by the rest of the stem. */
function checkBlanks({ stem, blanks }: Extract<ItemContent, { type: 'cloze' }>): ItemFault[] {
  const told = listMeasures(stem.replace(/_{4,}\p{Script=Han}?/gu, '，'))
  let at = 0
  const whole = listMeasures(stem.replace(/_{4,}/gu, () => blanks[at++]?.accepted[0] ?? ''))
  const twice = whole.find(
    (one, i) =>
      whole.findIndex((other) => isSameMeasure(one, other)) !== i && told.some((other) => isSameMeasure(one, other)),
  )
  const isOwn = twice !== undefined && told.filter((one) => isSameMeasure(one, twice)).length === 1
  return isOwn
    ? [{ code: 'grammar-gives-away', detail: 'blank-told', params: { words: `${twice.value}${twice.unit}` } }]
    : []
}

function checkLength(keys: readonly ItemOption[], others: readonly ItemOption[]): ItemFault[] {
  const [ours, theirs] = [keys.map(measure), others.map(measure)]
  const [shortest, longest] = [Math.min(...ours), Math.max(...ours)]
  const isLong = shortest > Math.max(...theirs) * LENGTH_RATIO && shortest - Math.max(...theirs) >= LENGTH_GAP
  const isShort = longest * LENGTH_RATIO < Math.min(...theirs) && Math.min(...theirs) - longest >= LENGTH_GAP
  if (!isLong && !isShort) return []
  return [{ code: 'length-gives-away', detail: isLong ? 'key-longer' : 'key-shorter', params: {} }]
}

function measure(option: ItemOption): number {
  return [...option.text].length
}

function checkGrammar(stem: string, keys: readonly ItemOption[], others: readonly ItemOption[]): ItemFault[] {
  const clue = (detail: ItemFaultDetail, words?: string): ItemFault[] => [
    { code: 'grammar-gives-away', detail, params: words === undefined ? {} : { words } },
  ]
  const onlyKeys = (test: (text: string) => boolean) =>
    keys.every((one) => test(one.text)) && others.every((one) => !test(one.text))
  // Among whole sentences a number tells nothing.
  if (onlyKeys((text) => listMeasures(text).length > 0 && text.length <= LONGEST_TERM)) return clue('only-key-number')
  if (onlyKeys((text) => !ABSOLUTE.test(text))) return clue('others-absolute')
  if (others.length >= 3 && onlyKeys((text) => HEDGED.test(text))) return clue('only-key-hedged')
  const unit = /(?:幾|多少)(個?月|工作日|營業日|日|天|年|歲|元|人|倍|次)/u.exec(stem)?.[1]
  if (unit !== undefined && onlyKeys((text) => text.includes(unit))) return clue('only-key-unit', unit)
  const asked = toCanonicalText(stem)
  if (onlyKeys((text) => listMeasures(text).length > 0 && asked.includes(toCanonicalText(text))))
    return clue('key-number-in-stem')
  if (onlyKeys((text) => repeats(text, asked, REPEATED)) && others.every((one) => !repeats(one.text, asked, 3)))
    return clue('key-repeats-stem')
  return []
}

function repeats(text: string, stem: string, length: number): boolean {
  const words = toCanonicalText(text)
  for (let at = 0; at + length <= words.length; at++) if (stem.includes(words.slice(at, at + length))) return true
  return false
}
