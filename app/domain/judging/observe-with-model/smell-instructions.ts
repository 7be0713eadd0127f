import { hearInstructions, SMELL_WEIGHT } from '../../shared/instructions/hear-instructions'
import type { TalkLine } from '../../shared/observation'

const EARLIER_LINES = 6

const smells = (text: string) => hearInstructions(text).weight >= SMELL_WEIGHT

/**
 * Hears at the lower of two strengths: a false alarm costs nothing but the model's additions to this turn, while a missed attack would let a
 * model that obeys move a score.
 *
 * @returns whether the utterance, or one of the trainee's last lines before it, may be speaking to a machine.
 */
export function smellInstructions(utterance: string, talk: readonly TalkLine[]): boolean {
  const earlier = talk.filter((line) => line.who === 'trainee').slice(-EARLIER_LINES)
  return smells(utterance) || earlier.some((line) => smells(line.text))
}
