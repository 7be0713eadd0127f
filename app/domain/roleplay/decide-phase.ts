import type { Phase } from './client-state'

const TALKS_PRODUCT = /^(?:explanation\.|disclosure\.)/
/** Said long before any product: these tell nothing of the phase. */
const NOT_PRODUCT = new Set(['disclosure.recording', 'disclosure.scam_check', 'disclosure.complaint'])
const CLOSES = new Set(['closing.ask', 'closing.summarise', 'closing.next_step', 'closing.premature'])

/**
 * Where the talk stands after what the trainee just did. It may go back: more explaining after an attempt to close is proposal again,
 * and a turn of questions alone is discovery again until the client has heard a proposal for real.
 *
 * @param codes those of this turn.
 * @param hasAsked the trainee asked about the client.
 * @param isAnswering the trainee only answers what the client had brought up: that alone is no proposal yet.
 */
export function decidePhase(phase: Phase, codes: readonly string[], hasAsked: boolean, isAnswering: boolean): Phase {
  if (phase === 'ended') return phase
  const isEarly = phase === 'opening' || phase === 'discovery'
  const proposes = (code: string) =>
    isAnswering && isEarly ? code === 'explanation.tailor' : TALKS_PRODUCT.test(code) && !NOT_PRODUCT.has(code)
  const talksProduct = codes.some(proposes)
  if (codes.some((code) => CLOSES.has(code)))
    return phase === 'opening' && !codes.includes('closing.ask') ? 'discovery' : 'closing'
  if (talksProduct) return 'proposal'
  const discovers = hasAsked || codes.some((code) => code.startsWith('discovery.'))
  if (!discovers) return isAnswering && phase === 'opening' ? 'discovery' : phase
  return phase === 'closing' || phase === 'opening' ? 'discovery' : phase
}
