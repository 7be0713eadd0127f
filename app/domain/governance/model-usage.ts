import { groupBy } from '../shared/group-by'
import { subtractDays } from '../shared/to-local-date'
import type { ModelPurpose } from './model-purposes'

/**
 * What use is counted for. `day` is the whole server, by purpose, model and outcome; `person`, `talk` and `turn` hold tokens alone, and only where
 * a budget asks for them; `reply` says who found the words of the client's replies.
 */
type UsageScopeKind = 'day' | 'person' | 'talk' | 'turn' | 'reply'
/** `id` is empty for `day` and `reply`. */
export type UsageScope = { kind: UsageScopeKind; id: string }

/** `other`: a call that did not say what it was for. */
export type UsagePurpose = ModelPurpose | 'other'

/** Of a reply: all of the model's words, some of them, none of them. */
export type ReplyOutcome = 'model' | 'mended' | 'embedded'

/** One sum of use; what is added to it is added up by its first six fields. */
export type UsageCount = {
  /** Asia/Taipei. */
  localDate: string
  scopeKind: UsageScopeKind
  scopeId: string
  purpose: UsagePurpose
  /** Empty for `person`, `talk` and `turn`. */
  model: string
  /** `ok`, `aborted` or why it failed; of a `reply` a ReplyOutcome; empty for `person`, `talk` and `turn`. */
  outcome: string
  calls: number
  promptTokens: number
  completionTokens: number
  /** Sum in milliseconds, over `firstWords` calls. */
  firstWordMs: number
  firstWords: number
}

/** Two counts with the same key are added up. */
export function toUsageKey(count: UsageCount): string {
  const { localDate, scopeKind, scopeId, purpose, model, outcome } = count
  return JSON.stringify([localDate, scopeKind, scopeId, purpose, model, outcome])
}

export type PersonUsage = { personId: string; name: string; tokens: number }

export type ModelUsageStore = {
  /** Adds all or nothing; what several processes add at once is all counted. No two with the same first six fields. */
  add(counts: readonly UsageCount[]): Promise<void>
  /** Tokens of prompt and reply, in the order asked: a talk and a turn over all their days, a person and the day on that date. */
  readTokens(scopes: readonly UsageScope[], localDate: string): Promise<number[]>
  /** `day` and `reply` from that date on. */
  listServer(fromDate: string): Promise<UsageCount[]>
  /** People of one organisation on one date, most tokens first. */
  listPersons(organisationId: string, localDate: string, limit: number): Promise<PersonUsage[]>
  /** Deletes turns before `turns` and everything before `all`. */
  removeBefore(dates: { turns: string; all: string }): Promise<void>
}

/** Outcomes that are no call to the server: it was not asked, or what it said could not be read. */
const isNoCall = (outcome: string) =>
  outcome.startsWith('budget-') || ['circuit-open', 'not-json', 'wrong-shape'].includes(outcome)
/** The trainee left: nobody failed. */
const isFailure = (outcome: string) => outcome !== 'ok' && outcome !== 'aborted'

export type UsageFigures = {
  /** That went to the server. */
  calls: number
  tokens: number
  failures: number
  /** Mean, in milliseconds; null when no word came. */
  firstWordMs: number | null
}
export type UsageLine = {
  purpose: UsagePurpose
  model: string
  today: UsageFigures
  lately: UsageFigures
  /** Of `lately`, most first; with what was aborted. */
  reasons: { reason: string; count: number }[]
}
export type UsageSummary = {
  lines: UsageLine[]
  replies: Record<'today' | 'lately', Record<ReplyOutcome, number>>
  /** Oldest first, one for every day. */
  days: { localDate: string; tokens: number }[]
}

export const LATELY_DAYS = 30

const tokensOf = (count: UsageCount) => count.promptTokens + count.completionTokens
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function sumFigures(counts: readonly UsageCount[]): UsageFigures {
  const words = sum(counts.map((one) => one.firstWords))
  return {
    calls: sum(counts.filter((one) => !isNoCall(one.outcome)).map((one) => one.calls)),
    tokens: sum(counts.map(tokensOf)),
    failures: sum(counts.filter((one) => isFailure(one.outcome)).map((one) => one.calls)),
    firstWordMs: words === 0 ? null : sum(counts.map((one) => one.firstWordMs)) / words,
  }
}

function listReasons(counts: readonly UsageCount[]): UsageLine['reasons'] {
  const byReason = new Map<string, number>()
  for (const { outcome, calls } of counts)
    if (outcome !== 'ok') byReason.set(outcome, (byReason.get(outcome) ?? 0) + calls)
  return [...byReason]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1))
}

function countReplies(counts: readonly UsageCount[]): Record<ReplyOutcome, number> {
  const of = (outcome: ReplyOutcome) => sum(counts.filter((one) => one.outcome === outcome).map((one) => one.calls))
  return { model: of('model'), mended: of('mended'), embedded: of('embedded') }
}

/**
 * Sums up the use of the server today and in the last 30 days (today among them).
 *
 * @param counts what `listServer` gives; others are left out.
 */
export function summariseUsage(counts: readonly UsageCount[], today: string): UsageSummary {
  const from = subtractDays(today, LATELY_DAYS - 1)
  const lately = counts.filter((one) => one.localDate >= from && one.localDate <= today)
  const ofDay = lately.filter((one) => one.scopeKind === 'day')
  const replies = lately.filter((one) => one.scopeKind === 'reply')
  const isToday = (one: UsageCount) => one.localDate === today
  return {
    lines: [...groupBy(ofDay, (one) => `${one.purpose} ${one.model}`).values()]
      .map((group) => ({
        purpose: group[0]!.purpose,
        model: group[0]!.model,
        today: sumFigures(group.filter(isToday)),
        lately: sumFigures(group),
        reasons: listReasons(group),
      }))
      .sort((a, b) => b.lately.tokens - a.lately.tokens || (a.purpose < b.purpose ? -1 : 1)),
    replies: { today: countReplies(replies.filter(isToday)), lately: countReplies(replies) },
    days: Array.from({ length: LATELY_DAYS }, (_, i) => {
      const localDate = subtractDays(today, LATELY_DAYS - 1 - i)
      return { localDate, tokens: sum(ofDay.filter((one) => one.localDate === localDate).map(tokensOf)) }
    }),
  }
}
