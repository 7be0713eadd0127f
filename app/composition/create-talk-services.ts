import { renderMarkdown } from '../adapters/markdown/render-markdown'
import type { Metrics } from '../adapters/metrics/create-metrics'
import type { Actor } from '../domain/governance/authorise'
import type { Scenario } from '../domain/persona/scenario-schema'
import { askHint } from '../use-cases/ask-hint'
import { getBriefing, listProductsOf } from '../use-cases/describe-scenario'
import { finishRoleplay } from '../use-cases/finish-roleplay'
import { forkRoleplay } from '../use-cases/fork-roleplay'
import { type JudgeTranscriptInput, judgeTranscriptFor } from '../use-cases/judge-transcript'
import type { ReadTalkKnowledge } from '../use-cases/knowledge/read-talk-knowledge'
import { listOwnTalks, listResults } from '../use-cases/list-results'
import { readScorecard, readTalk } from '../use-cases/read-talk'
import { startRoleplay } from '../use-cases/start-roleplay'
import { suggestPractice } from '../use-cases/suggest-practice'
import { type LiveTurn, type TurnInput, takeTurn } from '../use-cases/take-turn'
import type { Deps } from './create-deps'

/** Everything the routes need of practice: the catalogue, talks and their scorecards. */
export function createTalkServices(base: Deps, metrics: Metrics, readTalkKnowledge: ReadTalkKnowledge) {
  const deps = { ...base, readTalkKnowledge }
  return {
    content: deps.content,
    /** HTML of a product sheet or guide; null when there is none. */
    renderDocument(kind: string, documentId: string) {
      const text = deps.texts.get(`${kind}/${documentId}`)
      return text === undefined ? null : renderMarkdown(text)
    },
    listProductsOf: (scenario: Pick<Scenario, 'products'>) => listProductsOf(deps.content, scenario),
    getBriefing: (scenarioId: string) => getBriefing(deps.content, scenarioId),
    startRoleplay: (actor: Actor, input: Parameters<typeof startRoleplay>[2]) => startRoleplay(deps, actor, input),
    async takeTurn(actor: Actor, input: TurnInput, live: LiveTurn | null = null) {
      const begin = performance.now()
      const outcome = await takeTurn(deps, actor, input, live)
      metrics.observeTurn(outcome.roleplay.engine, outcome.turn.score.status, performance.now() - begin)
      const { coach } = outcome.turn.perceptions
      if (coach) metrics.countCoaching(coach.status, coach.reason)
      return outcome
    },
    finishRoleplay: (actor: Actor, roleplayId: string) => finishRoleplay(deps, actor, roleplayId),
    forkRoleplay: (actor: Actor, roleplayId: string, fromTurn: number) =>
      forkRoleplay(deps, actor, roleplayId, fromTurn),
    askHint: (actor: Actor, roleplayId: string) => askHint(deps, actor, roleplayId),
    readTalk: (actor: Actor, roleplayId: string) => readTalk(deps, actor, roleplayId),
    readScorecard: (actor: Actor, roleplayId: string) => readScorecard(deps, actor, roleplayId),
    judgeTranscript: (actor: Actor, input: JudgeTranscriptInput) => judgeTranscriptFor(deps, actor, input),
    listOwnTalks: (actor: Actor) => listOwnTalks(deps, actor),
    async listPractice(actor: Actor) {
      const talks = await listOwnTalks(deps, actor)
      return { talks, suggestion: await suggestPractice(deps, talks) }
    },
    listResults: (actor: Actor) => listResults(deps, actor),
  }
}
