import { readListening } from '~/domain/judging/observe-with-model/describe-engines'
import type { Persona } from '~/domain/persona/persona-schema'
import type { Scenario } from '~/domain/persona/scenario-schema'
import type { StoredTalk } from '~/domain/ports'
import type { LearntFact } from '~/domain/roleplay/describe-learnt'
import { measureTalkMinutes } from '~/domain/roleplay/measure-talk-time'
import { inLocale, type Locale } from '~/domain/shared/in-locale'
import type { Localised } from '~/domain/shared/localised'
import { buildClientView } from '../face/build-client-view'
import type { TalkPageState } from './talk-page-state'

/** All that the talk page needs at load; JSON only. In an exam scores and ledger stay on the server until the end. */
export function buildTalkView(
  input: { talk: StoredTalk; scenario: Scenario; persona: Persona; learnt: LearntFact[] },
  hintCostPoints: number,
  locale: Locale,
) {
  const { talk, scenario, persona, learnt } = input
  const { roleplay, turns, hints, pending } = talk
  const isWithheld = roleplay.mode === 'exam' && roleplay.endedAt === null
  const state: TalkPageState = {
    turns: turns.map((turn) => ({
      turnId: turn.turnId,
      index: turn.turnIndex,
      mine: { text: turn.text, status: 'saved' },
      reply: { text: turn.replyText, mood: turn.mood, status: 'done' },
      score: isWithheld ? null : turn.score,
      breach: null,
      speech: turn.perceptions.speech ?? null,
      listening: readListening(turn.perceptions),
    })),
    ledger: isWithheld ? [] : roleplay.ledger.entries,
    learnt,
    mood: roleplay.state.mood,
    ended: roleplay.state.ended,
    connection: 'saved',
    stoppedBy: null,
  }
  const times = [roleplay.startedAt, ...turns.map((turn) => turn.acceptedAt)].map((time) => time.getTime())
  const hint = hints.find((one) => one.turnIndex === turns.length)
  return {
    id: roleplay.id,
    title: inLocale(scenario.title, locale),
    client: buildClientView(persona, locale),
    mode: roleplay.mode,
    /** The client speaks through a language model. */
    hasModel: roleplay.engine === 'llm',
    /** Said and accepted, with no reply yet: the page has it finished. */
    pending: pending && { turnId: pending.turnId, turnIndex: pending.turnIndex, text: pending.text },
    opening: roleplay.openingText === null ? null : { text: roleplay.openingText, mood: openingMood(talk) },
    state,
    elapsedSeconds: Math.round(measureTalkMinutes(times) * 60),
    plannedMinutes: scenario.minutes,
    /** The moment is to be tried again and nothing new has been said yet. */
    isFreshFork: roleplay.forkedAtTurn === turns.length,
    hintsUsed: roleplay.hintsUsed,
    hint: hint ? { text: inLocale(hint.text, locale), costPoints: hintCostPoints } : null,
    hintCostPoints,
  }
}

export type TalkView = ReturnType<typeof buildTalkView>

function openingMood({ roleplay, turns }: StoredTalk) {
  return turns.length === 0 ? roleplay.state.mood : 'neutral'
}

export const pickLocalised = (locale: Locale) => (text: Localised) => inLocale(text, locale)
