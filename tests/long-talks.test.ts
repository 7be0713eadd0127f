import { describe, expect, test } from 'vitest'
import type { Persona } from '~/domain/persona/persona-schema'
import type { Scenario } from '~/domain/persona/scenario-schema'
import type { ClientState } from '~/domain/roleplay/client-state'
import { composeReply } from '~/domain/roleplay/compose-reply'
import { directClient } from '~/domain/roleplay/direct-client'
import { openMeeting } from '~/domain/roleplay/open-client-state'
import { buildSentenceKey, splitSentences } from '~/domain/roleplay/split-sentences'
import type { TalkLine } from '~/domain/shared/observation'
import { createSeededRandom } from '~/domain/shared/seeded-random'
import { HONEST_ANSWERS } from './evals/sim-trainee'
import { hearByHand, loadCast } from './evals/talk-sim'

const { personas, scenarios } = await loadCast()
const CAST = scenarios.map((scenario) => ({
  scenario,
  persona: personas.find((persona) => persona.id === scenario.persona)!,
}))

/** A trainee that says anything: honest answers, questions, faults, in an order that the seed gives. */
const MIXED: readonly (readonly [string, ...string[]])[] = [
  ...Object.values(HONEST_ANSWERS).map((line) => [line.say, ...line.codes] as const),
  ['您家裡有哪些人？', 'discovery.family'],
  ['您一個月收入跟開銷大概多少？', 'discovery.finance'],
  ['身體還好嗎？', 'discovery.health'],
  ['可以多說一點嗎？', 'listening.empathy'],
  ['您最擔心的是什麼？', 'discovery.goal'],
  ['您平常都在做什麼？', 'discovery.open_question'],
  ['退休後有什麼打算？', 'discovery.open_question'],
  ['這筆錢從哪裡來？', 'discovery.premium_source'],
  ['還有什麼想問的嗎？', 'listening.check'],
  ['這張保單身故會給付。', 'explanation.feature'],
  ['您辛苦了，這真的不容易。', 'listening.empathy'],
  ['您知道宇宙有多大嗎？'],
  ['今天天氣真好。'],
  ['嗯。'],
]

function runLongTalk(persona: Persona, scenario: Scenario, seed: string, turns: number) {
  const random = createSeededRandom(`long/${seed}`)
  const opening = openMeeting(persona, scenario, seed)
  const talk: TalkLine[] = opening.text ? [{ who: 'client', text: opening.text }] : []
  let state: ClientState = opening.state
  const replies: string[] = opening.text ? [opening.text] : []
  let elapsedMs = 0
  for (let turnIndex = 0; turnIndex < turns && !state.ended; turnIndex++) {
    // Kept from leaving, so that the lines run out before the patience does.
    state = {
      ...state,
      patience: Math.max(state.patience, 60),
      ignoredInARow: 0,
      emptyInARow: 0,
      stallCount: 0,
      hasAgreed: false,
    }
    const [say, ...codes] = random.pick(MIXED)
    const utterance = `${say}（第${turnIndex}句）`
    const observations = hearByHand(utterance, codes)
    const start = performance.now()
    const directed = directClient({
      persona,
      scenario,
      state,
      utterance,
      observations,
      talk: [...talk],
      turnIndex,
      seed,
    })
    const spoken = composeReply({ persona, scenario, ...directed, seed, turnIndex })
    elapsedMs += performance.now() - start
    state = spoken.state
    replies.push(spoken.text)
    talk.push({ who: 'trainee', text: utterance }, { who: 'client', text: spoken.text })
  }
  return { replies, state, talk, msPerTurn: elapsedMs / Math.max(1, replies.length) }
}

describe.each(CAST.map(({ persona, scenario }) => [scenario.id, persona, scenario] as const))(
  '%s',
  (_, persona, scenario) => {
    test.each(['a', 'b', 'c'])('80 turns, seed %s: no sentence twice, every reply whole and in character', (seed) => {
      const { replies } = runLongTalk(persona, scenario, seed, 80)
      const keys = replies.flatMap((reply) =>
        splitSentences(reply).map((sentence) => buildSentenceKey(sentence) || sentence),
      )
      expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
      for (const reply of replies) {
        expect(reply).toMatch(/[。！？!?…～~」』）)]$/)
        expect(reply).not.toMatch(/[{}$<>_]|undefined|null|\[object|[a-z]+\.[a-z_]+:/)
      }
      expect(replies.length).toBeGreaterThan(30)
    })
  },
)

test('a turn takes less than 3 ms on average', () => {
  const { persona, scenario } = CAST[0]!
  runLongTalk(persona, scenario, 'warm-up', 40)
  expect(runLongTalk(persona, scenario, 'timed', 80).msPerTurn).toBeLessThan(3)
})
