/** What one sight of a code does to the client's trust, interest and patience, in points of 100. */
export type Effect = { trust: number; interest: number; patience: number }

const effect = (trust: number, interest: number, patience: number): Effect => ({ trust, interest, patience })

/**
 * The whole table, so that a trainer can read why a client warmed or cooled. Rules behind the numbers:
 *
 * - Being heard (empathy, paraphrase, an answer) earns the most trust: that is what clients say they stay for.
 * - An honest disclosure earns trust although it is bad news; interest hardly moves.
 * - Questions earn interest in the talk, and cost a little patience where they are intimate (money, health).
 * - A fault costs two to four times what a good phrase earns: trust is slow to build and quick to lose.
 * - Violations cost by severity even where the client would gain: what the trainee offers makes them wonder what else is bent.
 */
export const CODE_EFFECTS: Readonly<Record<string, Effect>> = {
  'opening.greet': effect(1, 0, 1),
  'opening.identify': effect(3, 0, 1),
  'opening.licence': effect(3, 0, 0),
  'opening.purpose': effect(2, 1, 1),
  'opening.permission': effect(2, 0, 3),
  'opening.privacy_notice': effect(3, 0, 0),

  'discovery.open_question': effect(1, 2, 1),
  'discovery.goal': effect(2, 3, 1),
  'discovery.family': effect(1, 1, 0),
  'discovery.finance': effect(0, 1, -1),
  'discovery.coverage': effect(1, 2, 0),
  'discovery.health': effect(0, 1, -1),
  'discovery.risk': effect(1, 1, 0),
  'discovery.premium_source': effect(0, 0, -1),
  'discovery.elder_capacity': effect(2, 0, 0),

  'listening.empathy': effect(4, 1, 3),
  'listening.paraphrase': effect(3, 2, 1),
  'listening.answer': effect(3, 2, 2),
  'listening.ignore': effect(-4, -2, -7),
  'listening.check': effect(2, 0, 1),
  'listening.rude': effect(-12, -6, -18),

  'explanation.feature': effect(0, 2, 0),
  'explanation.tailor': effect(2, 4, 1),
  'explanation.plain': effect(2, 2, 2),
  'explanation.jargon': effect(-1, -3, -5),
  'explanation.evidence': effect(3, 1, 0),

  'disclosure.premium': effect(2, 1, 0),
  'disclosure.affordability': effect(3, 1, 0),
  'disclosure.fee': effect(3, 0, 0),
  'disclosure.surrender_loss': effect(3, 0, 0),
  'disclosure.non_guaranteed': effect(3, 0, 0),
  'disclosure.investment_risk': effect(3, 0, 0),
  'disclosure.fx_risk': effect(3, 0, 0),
  'disclosure.exclusion': effect(3, 0, 0),
  'disclosure.cooling_off': effect(3, 1, 0),
  'disclosure.duty_to_disclose': effect(2, 0, 0),
  'disclosure.recording': effect(2, 0, -1),
  'disclosure.suitable': effect(3, 3, 0),
  'disclosure.replacement_loss': effect(4, 0, 0),
  'disclosure.guaranty_fund': effect(2, 1, 0),
  'disclosure.complaint': effect(2, 0, 0),
  'disclosure.scam_check': effect(2, 1, 0),

  'objection.acknowledge': effect(3, 1, 2),
  'objection.clarify': effect(2, 1, 1),
  'objection.respond': effect(2, 3, 1),
  'objection.confirm': effect(2, 1, 0),
  'objection.argue': effect(-6, -3, -9),

  'closing.summarise': effect(2, 2, 1),
  'closing.ask': effect(0, 1, 0),
  'closing.next_step': effect(1, 2, 0),
  'closing.no_pressure': effect(4, 1, 3),
  'closing.premature': effect(-5, -3, -9),

  'violation.guaranteed_return': effect(-14, -3, -6),
  'violation.false_statement': effect(-8, -2, -4),
  'violation.conceal': effect(-10, -3, -6),
  'violation.nondisclosure': effect(-16, -5, -8),
  'violation.rebate': effect(-10, -2, -4),
  'violation.exaggerate': effect(-7, -2, -4),
  'violation.sign_for': effect(-15, -5, -9),
  'violation.twisting': effect(-12, -4, -7),
  'violation.loan_to_pay': effect(-12, -5, -7),
  'violation.handle_money': effect(-14, -4, -8),
  'violation.unapproved': effect(-12, -4, -6),
  'violation.improper_comparison': effect(-5, -1, -3),
  'violation.disparage': effect(-4, -1, -3),
  'violation.pressure': effect(-10, -5, -14),
  'violation.unsuitable': effect(-8, -4, -5),
  'violation.skip_safeguard': effect(-10, -3, -5),
  'violation.privacy': effect(-12, -3, -8),
  'violation.tax_pitch': effect(-5, -1, -3),

  'meta.off_topic': effect(-1, -2, -7),
  'meta.injection': effect(-4, -3, -9),
}

/** Violations that no catalogue entry above names (a newer catalogue) cost this. */
const UNKNOWN_VIOLATION = effect(-8, -3, -5)

/** Each further sight of a good code earns this share of the one before; the fourth "I understand" is a phrase, not empathy. */
const REPEAT_SHARE = 0.6
/** Dealing with each new question or worry is new each time and wears off slowly. */
const DEALING_SHARE = 0.85
const DEALING = new Set(['listening.answer', 'objection.acknowledge', 'objection.respond', 'objection.clarify'])

/**
 * @param seenBefore how often the code was seen in earlier turns.
 * @param scepticism 0 to 100: a sceptic gains at half the rate of a trusting client and loses half as much again.
 */
export function findCodeEffect(code: string, seenBefore: number, scepticism: number): Effect {
  const base = CODE_EFFECTS[code] ?? (code.startsWith('violation.') ? UNKNOWN_VIOLATION : effect(0, 0, 0))
  const gain = (1 - scepticism / 200) * (DEALING.has(code) ? DEALING_SHARE : REPEAT_SHARE) ** seenBefore
  const loss = 1 + Math.max(0, scepticism - 40) / 120
  const scale = (points: number) => (points > 0 ? points * gain : points * loss)
  return { trust: scale(base.trust), interest: scale(base.interest), patience: scale(base.patience) }
}

/** What the turn itself does, whatever its codes: the client's time is not free and empty turns eat it. */
export const TURN_EFFECTS = {
  /** From the tenth turn on every turn tires a little. */
  tiring: effect(0, 0, -1),
  /** The client's question or worry was passed over without the observer saying so. */
  passedOver: effect(-2, -1, -4),
  /** Each further turn in a row that passes over it. */
  passedOverAgain: effect(-3, -2, -4),
  monologue: effect(0, -2, -4),
  tooShort: effect(0, -1, -4),
  nonsense: effect(-1, -2, -9),
  repeated: effect(-1, -2, -7),
  machineTalk: effect(-3, -2, -7),
  /** Empty turns in a row are worse each time. */
  emptyAgain: effect(-1, -2, -5),
  worrySettled: effect(5, 5, 3),
  askedTooMuchAtOnce: effect(0, 0, -3),
} satisfies Record<string, Effect>

export function clampPercent(value: number): number {
  return Math.max(0, Math.min(100, value))
}

/** One turn, however good, wins at most this much of each: people do not change their mind in a sentence. */
const MOST_GAIN_PER_TURN = 7
/** Up to this level gains count in full; above it they shrink towards nothing, so that full trust takes a whole good talk. */
const FULL_GAIN_UP_TO = 50
const NO_GAIN_FROM = 106

/** Adds effects to a client's levels; each stays within 0 to 100 and is kept to two decimals so that it survives storage. */
export function addEffects<T extends Effect>(levels: T, effects: readonly Effect[]): T {
  const sum = (key: keyof Effect) => {
    const gains = effects.reduce((total, each) => total + Math.max(0, each[key]), 0)
    const losses = effects.reduce((total, each) => total + Math.min(0, each[key]), 0)
    const room = Math.min(1, (NO_GAIN_FROM - levels[key]) / (NO_GAIN_FROM - FULL_GAIN_UP_TO))
    const total = levels[key] + Math.min(MOST_GAIN_PER_TURN, gains) * room + losses
    return Math.round(clampPercent(total) * 100) / 100
  }
  return { ...levels, trust: sum('trust'), interest: sum('interest'), patience: sum('patience') }
}
