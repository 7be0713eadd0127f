import type { Content } from '~/domain/content'
import { countEngineShare, readListening } from '~/domain/judging/observe-with-model/describe-engines'
import type { Persona } from '~/domain/persona/persona-schema'
import type { Scenario } from '~/domain/persona/scenario-schema'
import type { StoredTalk } from '~/domain/ports'
import { describeUntold } from '~/domain/roleplay/describe-learnt'
import { inLocale, type Locale } from '~/domain/shared/localised'
import { buildClientView } from '../face/build-client-view'
import { buildBreachLookup, findBreach } from '../talk/talk-page-state'
import type {
  HowMadeView,
  NeverToldView,
  NextStepView,
  ScoredCard,
  TimelineMark,
  TimelinePoint,
  ViolationView,
} from './view-types'

const pickIn = (locale: Locale) => (text: { zh: string; en: string }) => inLocale(text, locale)

function buildTimeline({ turns }: StoredTalk): TimelinePoint[] {
  return turns.map((turn) => ({
    turnIndex: turn.turnIndex,
    trust: Math.round(turn.state.trust),
    total: turn.score.status === 'scored' ? turn.score.total : null,
    mine: turn.text,
    reply: turn.replyText,
    evidence:
      turn.score.status === 'scored'
        ? turn.score.items.flatMap(({ code, quote, points }) => (quote === undefined ? [] : [{ code, quote, points }]))
        : [],
  }))
}

function buildMarks(card: ScoredCard): TimelineMark[] {
  const moments = card.moments.map(({ turnIndex, kind }) => ({ turnIndex, kind }))
  const taken = new Set(moments.map((moment) => moment.turnIndex))
  const violations = [...new Set(card.violations.map((violation) => violation.turnIndex))]
    .filter((turnIndex) => !taken.has(turnIndex))
    .map((turnIndex) => ({ turnIndex, kind: 'violation' as const }))
  return [...moments, ...violations].sort((a, b) => a.turnIndex - b.turnIndex)
}

/** Practises the weakest dimension: this client again when not passed, else an easier-to-reach scenario that trains it. */
function buildNextSteps(content: Content, scenario: Scenario, card: ScoredCard, locale: Locale): NextStepView[] {
  const next = card.practiseNext[0]
  if (!next) return []
  const others = [...content.scenarios.values()]
    .filter((one) => one.id !== scenario.id && one.practises.includes(next.dimension))
    .sort(
      (a, b) =>
        Math.abs(a.difficulty - scenario.difficulty) - Math.abs(b.difficulty - scenario.difficulty) ||
        (a.id < b.id ? -1 : 1),
    )
  const chosen = card.passed ? (others[0] ?? scenario) : scenario
  const persona = content.personas.get(chosen.persona)!
  return [
    {
      kind: 'practice',
      title: inLocale(chosen.title, locale),
      reason: inLocale(next, locale),
      href: `/scenarios/${chosen.id}`,
      client: buildClientView(persona, locale),
      minutes: chosen.minutes,
    },
  ]
}

function buildViolations(
  content: Content,
  talk: StoredTalk,
  violations: ScoredCard['violations'],
  locale: Locale,
): ViolationView[] {
  const lookup = buildBreachLookup(content.catalogue)
  return violations.map((violation) => {
    const score = talk.turns.find((turn) => turn.turnIndex === violation.turnIndex)?.score ?? null
    const breach = findBreach(score, lookup, pickIn(locale))
    const means = content.catalogue.entries.get(violation.code)
    if (breach?.code === violation.code)
      return { ...violation, why: breach.why, ...(breach.whySource && { whySource: breach.whySource }) }
    return { ...violation, why: inLocale({ zh: means?.zh ?? '', en: means?.en ?? '' }, locale) }
  })
}

function buildHowMade(talk: StoredTalk, scenario: Scenario): HowMadeView {
  const { scorecard, engine, hintsUsed, seed } = talk.roleplay
  const engineTurns = talk.turns.map(({ perceptions }) => ({
    speech: perceptions.speech ?? null,
    listening: readListening(perceptions),
  }))
  return {
    versions: scorecard?.status === 'scored' ? scorecard.versions : null,
    judge: engine,
    engineShare: countEngineShare(engineTurns),
    rubricHref: null,
    passMark: scenario.passMark,
    hintsUsed,
    seed,
  }
}

/** All that the scorecard page shows; JSON only. */
export function buildScorecardView(
  content: Content,
  input: { talk: StoredTalk; scenario: Scenario; persona: Persona },
  isOwn: boolean,
  locale: Locale,
) {
  const { talk, scenario, persona } = input
  const { roleplay } = talk
  const card = roleplay.scorecard
  const untold = describeUntold(persona, scenario, roleplay.state)
  return {
    id: roleplay.id,
    isOwn,
    traineeName: talk.owner.name,
    traineeId: talk.owner.personId,
    title: inLocale(scenario.title, locale),
    client: buildClientView(persona, locale),
    mode: roleplay.mode,
    startedAt: roleplay.startedAt.toISOString(),
    /** The day whose law the talk was judged by. */
    asOf: roleplay.asOf,
    card,
    timeline: buildTimeline(talk),
    marks: card?.status === 'scored' ? buildMarks(card) : [],
    violations: card ? buildViolations(content, talk, card.violations, locale) : [],
    neverTold: untold.map<NeverToldView>(({ hiddenId, note, opener }) => ({
      factId: hiddenId,
      note: inLocale(note, locale),
      opener: inLocale(opener, locale),
    })),
    rightOutcome: inLocale(scenario.rightOutcome.note, locale),
    next: card?.status === 'scored' ? buildNextSteps(content, scenario, card, locale) : [],
    howMade: buildHowMade(talk, scenario),
    forkedFrom: roleplay.forkedFromId === null ? null : { id: roleplay.forkedFromId, turn: roleplay.forkedAtTurn ?? 0 },
  }
}

export type ScorecardView = ReturnType<typeof buildScorecardView>
