import { createSeededRandom, type SeededRandom } from '../shared/seeded-random'
import type { ItemContent } from './item'
import type { ItemQuestion } from './quiz-ports'

/** What an option says that speaks of the others, by their place or by their letter. */
const SPEAKS_OF_OTHERS =
  /^(?:以上|上述|前述|上列)(?:選項|答案|敘述|各項|[二兩三]項)?(?:皆|均|都|全|[二兩三]者)|^[（(]?[A-HＡ-Ｈ甲乙丙丁]{1,4}[)）]?$|[（(]?[A-HＡ-Ｈ][)）]?\s*(?:[與和及、,，]|跟)\s*[（(]?[A-HＡ-Ｈ]/u

/**
 * Builds what a person sees before the answer; nothing in it tells the key.
 *
 * Options come in an order that depends on seed and item alone, so that an attempt shows them the same whenever it is opened; they stay as they are where one
 * speaks of the others (以上皆是, A 與 B). Steps and rights never stand in the right order, save two lone rights, of which the other order would tell the key.
 *
 * @param place `seed` of the attempt; `position` from 0.
 */
export function showQuestion(
  content: ItemContent,
  place: { itemId: string; version: number; position: number; seed: string; isUnreviewed: boolean },
): ItemQuestion {
  const { itemId, version, position, seed, isUnreviewed } = place
  const random = createSeededRandom(`${seed} ${itemId}`)
  return {
    itemId,
    version,
    position,
    type: content.type,
    stem: content.stem,
    ...showParts(content, random),
    isUnreviewed,
  }
}

function showParts(content: ItemContent, random: SeededRandom): Partial<ItemQuestion> {
  switch (content.type) {
    case 'single':
    case 'multiple':
      return { options: showOptions(content.options, random) }
    case 'situation':
      return {
        situation: content.situation,
        clientSays: content.clientSays,
        ...(content.scenarioId && { scenarioId: content.scenarioId }),
        options: showOptions(content.options, random),
      }
    case 'cloze':
      return { blanks: content.blanks.length }
    case 'matching': {
      const own = content.pairs.map((pair) => pair.right)
      const rights = [...new Set([...own, ...content.extraRights])]
      return {
        lefts: content.pairs.map((pair) => pair.left),
        rights: rights.length > 2 ? mix(rights, random) : shuffle(rights, random),
      }
    }
    case 'ordering':
      return { steps: mix(content.steps, random) }
    default:
      return {}
  }
}

function showOptions(options: readonly { id: string; text: string }[], random: SeededRandom) {
  const shown = options.map(({ id, text }) => ({ id, text }))
  return shown.some(({ text }) => SPEAKS_OF_OTHERS.test(text)) ? shown : shuffle(shown, random)
}

/** Fisher-Yates (Durstenfeld 1964). */
function shuffle<T>(all: readonly T[], random: SeededRandom): T[] {
  const result = [...all]
  for (let last = result.length - 1; last > 0; last--) {
    const other = random.index(last + 1)
    const kept = result[last]!
    result[last] = result[other]!
    result[other] = kept
  }
  return result
}

/** A shuffle that is not the order given: one that happens to be is turned by one place. */
function mix(all: readonly string[], random: SeededRandom): string[] {
  const mixed = shuffle(all, random)
  return mixed.some((one, at) => one !== all[at]) ? mixed : [...mixed.slice(1), ...mixed.slice(0, 1)]
}
