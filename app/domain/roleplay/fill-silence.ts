import type { Line } from '../persona/persona-schema'
import type { Move } from './client-state'
import { askQuestion, findQuestion, type InitiativeInput, isSettled, voiceWorry } from './pick-matters'
import { stallOrRemark } from './plan-initiative'
import { canSay, findUnsaidInOrder } from './unsaid-lines'

/** Nothing called for a word: a remark, a stall, any question or worry left, at last a mere sound. */
export function fillSilence(input: InitiativeInput): Move | null {
  const { persona, said, state, codes, random } = input
  const canUse = (lines: readonly Line[] | undefined) => canSay(lines, said, state.trust)
  if (codes.some((code) => EXPLAINS.test(code))) {
    const reaction = (['explained', 'answered'] as const).find((each) => canUse(persona.reactions[each]))
    if (reaction) return { kind: 'react', reaction }
  }
  if (codes.length === 0 && canUse(persona.remarks) && random.next() < 0.6) return { kind: 'remark' }
  const canHesitate = canUse(persona.reactions.hesitate)
  return findOwnMatter(input) ?? stallOrRemark(input) ?? (canHesitate ? { kind: 'react', reaction: 'hesitate' } : null)
}

const EXPLAINS = /^(?:explanation\.|disclosure\.|objection\.|listening\.answer)/

/** Any question not yet asked, any worry not yet settled that has words left. */
function findOwnMatter(input: InitiativeInput): Move | null {
  const { state, matters, said } = input
  const question = findQuestion(input)
  if (question) return askQuestion(question)
  if (state.hasAgreed) return null
  const worry = matters.worries.find(
    (each) => !isSettled(state, each.id) && findUnsaidInOrder(each.lines, said) !== null,
  )
  return worry ? voiceWorry(worry, state) : null
}
