import type { Content } from '../domain/content'
import type { Scenario } from '../domain/persona/scenario-schema'
import type { RoleplayStore, TalkSummary } from '../domain/ports'
import type { Localised } from '../domain/shared/localised'

export type Suggestion = { scenario: Scenario; reason: Localised }

const FIRST_TALK: Localised = {
  zh: '第一次對談，先從好聊的客戶開始。',
  en: 'Your first talk: start with a client who is easy to talk to.',
}
const NEXT_CLIENT: Localised = { zh: '這位客戶你還沒談過。', en: 'You have not met this client yet.' }
const DONE_ALL: Localised = {
  zh: '都談過了，挑分數最低的再來一次。',
  en: 'You have met everybody: try your lowest score again.',
}

const byEase = (a: Scenario, b: Scenario) => a.difficulty - b.difficulty || a.minutes - b.minutes

function suggestUntried(content: Content, talks: readonly TalkSummary[]): Suggestion | null {
  const tried = new Set(talks.map((talk) => talk.scenarioId))
  const untried = [...content.scenarios.values()].filter((scenario) => !tried.has(scenario.id)).sort(byEase)
  return untried[0] ? { scenario: untried[0], reason: talks.length === 0 ? FIRST_TALK : NEXT_CLIENT } : null
}

function suggestLowest(content: Content, talks: readonly TalkSummary[]): Suggestion | null {
  const best = new Map<string, number>()
  for (const { scenarioId, overall } of talks)
    if (overall !== null) best.set(scenarioId, Math.max(overall, best.get(scenarioId) ?? 0))
  const lowest = [...best].filter(([id]) => content.scenarios.has(id)).sort((a, b) => a[1] - b[1])[0]
  return lowest ? { scenario: content.scenarios.get(lowest[0])!, reason: DONE_ALL } : null
}

/**
 * The one talk to have next, and why: the last one again when a required duty was missed or it was not passed, else the
 * easiest client not met yet, else the one with the lowest best score.
 *
 * @returns null only when there is no scenario at all.
 */
export async function suggestPractice(
  deps: { content: Content; roleplays: RoleplayStore },
  talks: readonly TalkSummary[],
): Promise<Suggestion | null> {
  const last = talks.find((talk) => talk.endedAt !== null)
  const scenario = last && deps.content.scenarios.get(last.scenarioId)
  const scorecard = last && (await deps.roleplays.find(last.id))?.roleplay.scorecard
  if (scenario && scorecard?.status === 'scored' && !scorecard.passed) {
    const missed = scorecard.ledger.find((entry) => entry.isRequired && entry.status === 'missed')
    const reason = missed
      ? { zh: `上次漏了「${missed.zh}」，再談一次補起來。`, en: `Last time you left out "${missed.en}".` }
      : { zh: `上次還沒通過：${scorecard.reason.zh}`, en: `Not passed last time: ${scorecard.reason.en}` }
    return { scenario, reason }
  }
  return suggestUntried(deps.content, talks) ?? suggestLowest(deps.content, talks)
}
