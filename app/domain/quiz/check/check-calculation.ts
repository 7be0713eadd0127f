import { type Calculation, calculate, spellDay, spellSum } from '../calculation'
import type { ItemContent, ItemFault } from '../item'
import { listMeasures } from './canonical-text'
import type { CitedText } from './cited-text'

type Calculated = Extract<ItemContent, { type: 'single' }> & { calculation: Calculation }

/** Whether the key of an item follows from a number of its source by a calculation of its own. */
export function isCalculated(content: ItemContent): content is Calculated {
  return content.type === 'single' && content.calculation !== undefined
}

/** Checks that the case stands in the stem, its number in the quoted words, and that the key and no other option is what comes out. */
export function checkCalculation({ calculation, stem, options }: Calculated, cited: CitedText): ItemFault[] {
  const result = calculate(calculation)
  const wrong = (words: string): ItemFault[] => [
    { code: 'key-not-supported', detail: 'calculation-wrong', params: { words } },
  ]
  const given =
    calculation.kind === 'deadline' ? spellDay(calculation.from) : spellSum(calculation.base, calculation.currency)
  if (!stem.includes(given)) return wrong(given)
  const held = cited.quoted.flatMap(listMeasures)
  const isHeld =
    calculation.kind === 'deadline'
      ? held.some((one) => one.value === calculation.count && one.unit === calculation.unit)
      : held.some(
          (one) =>
            (one.unit === '%' && one.value === calculation.percent) ||
            (one.unit === '倍' && one.value * 100 === calculation.percent),
        )
  if (!isHeld) return wrong(`${calculation.kind === 'deadline' ? calculation.count : calculation.percent}`)
  const isRight = options.every((one) => one.isKey === (one.text === result))
  return isRight ? [] : wrong(result)
}
