import type { Content } from '~/domain/content'
import type { TalkSummary } from '~/domain/ports'
import { inLocale, type Locale } from '~/domain/shared/localised'
import { buildClientView } from '../face/build-client-view'
import type { TalkRowView } from './view-types'

/** A talk in which nobody has said a word leaves no record. */
export const hasBegun = (talk: TalkSummary) => talk.turnCount > 0

/** Talks of scenarios that are no longer there are left out: nothing could be shown of them. */
export function buildTalkRows(content: Content, talks: readonly TalkSummary[], locale: Locale): TalkRowView[] {
  return talks.flatMap((talk) => {
    const scenario = content.scenarios.get(talk.scenarioId)
    if (!scenario) return []
    const isRunning = talk.endedAt === null
    const isWithheld = isRunning && talk.mode === 'exam'
    return {
      id: talk.id,
      href: isRunning ? `/talks/${talk.id}` : `/talks/${talk.id}/scorecard`,
      startedAt: talk.startedAt.toISOString(),
      title: inLocale(scenario.title, locale),
      client: buildClientView(content.personas.get(scenario.persona)!, locale),
      mode: talk.mode,
      status: isRunning ? 'running' : talk.overall === null ? 'not-scored' : 'scored',
      overall: talk.overall,
      passed: talk.passed ?? false,
      totals: isWithheld ? [] : talk.turnTotals,
      turns: talk.turnCount,
      violations: talk.violationCount,
    }
  })
}
