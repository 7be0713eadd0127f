import type {
  AccountStore,
  PersonRecord,
  RoleplayChange,
  RoleplayRecord,
  RoleplayStore,
  TalkOwner,
  TurnRecord,
} from '../domain/ports'
import type { DemoTalk } from '../domain/roleplay/demo-talk-schema'
import { finishRoleplay } from './finish-roleplay'
import { startRoleplay } from './start-roleplay'
import { type TurnDeps, takeTurn } from './take-turn'

const DAY_MS = 24 * 60 * 60 * 1_000
const TAIPEI_MS = 8 * 60 * 60 * 1_000
/** About what it takes to listen, think and speak. */
const TURN_MS = 75_000

type SeedTalksDeps = TurnDeps & { accounts: AccountStore }
type PlayedTalk = { roleplay: RoleplayRecord; turns: TurnRecord[] }

/**
 * Gives the demo's trainees a past: plays their talks through the use cases, so that every score is the judge's own.
 * Only the embedded engine speaks and hears; the clock stands on the day of each talk.
 *
 * Safe to repeat: a talk that is there is left alone, one that an earlier start did not come to is played. A person whom the
 * database does not have (it was set up before there were any such talks) gets none.
 *
 * @param signal ends it between two turns; what was not stored by then is played at the next start.
 * @returns how many talks were added.
 */
export async function seedDemoTalks(
  deps: SeedTalksDeps,
  talks: readonly DemoTalk[],
  signal: AbortSignal,
): Promise<number> {
  if (!(await deps.accounts.hasOnlyDemoPeople())) return 0
  const people = new Map((await deps.accounts.listDemoPeople()).map((person) => [person.personId, person]))
  let added = 0
  for (const script of talks) {
    const person = people.get(script.person)
    if (!person || signal.aborted) continue
    if (await seedTalk(deps, person, script, signal)) added++
  }
  return added
}

/** @returns false when it was there, or given up. */
async function seedTalk(
  deps: SeedTalksDeps,
  person: PersonRecord,
  script: DemoTalk,
  signal: AbortSignal,
): Promise<boolean> {
  const id = `demo-talk-${script.id}`
  const stored = await deps.roleplays.findSoFar(id)
  if (stored?.roleplay.endedAt) return false
  const played = await playTalk(deps, person, id, script, signal)
  if (!played || signal.aborted) return false
  const { roleplay, turns } = played
  if (!stored) await deps.roleplays.create({ ...roleplay, scorecard: null, endedAt: null }, turns)
  // The end is a write of its own: a start that broke off between the two is taken up here.
  await deps.roleplays.end(id, turns.length, roleplay)
  return true
}

/** Plays a talk from its first word to its scorecard without storing anything. @returns null when given up. */
async function playTalk(
  base: SeedTalksDeps,
  person: PersonRecord,
  id: string,
  { scenario, says, ...when }: DemoTalk,
  signal: AbortSignal,
): Promise<PlayedTalk | null> {
  let now = findStart(person.createdAt, when)
  const memory = openMemory(person)
  const deps = {
    ...base,
    roleplays: memory.roleplays,
    engines: ['embedded' as const],
    clock: { now: () => now },
    ids: { next: () => id },
    turnLimit: { take: async () => 0 },
    // Nobody waits for these words: they keep no other turn waiting.
    turnOrder: { awaitWords: () => () => {}, giveWay: () => base.turnOrder.giveWay() },
  }
  await startRoleplay(deps, person, { scenarioId: scenario, engine: 'embedded', seed: id })
  for (const [index, text] of says.entries()) {
    await deps.turnOrder.giveWay()
    if (signal.aborted) return null
    if (memory.read().roleplay.endedAt) break
    now = new Date(now.getTime() + TURN_MS)
    await takeTurn(deps, person, { roleplayId: id, turnId: `${id}-${index}`, text, expectedTurnIndex: index })
  }
  now = new Date(now.getTime() + TURN_MS)
  await finishRoleplay(deps, person, id)
  return memory.read()
}

/** Days are counted from the one on which the demo was set up, so that a later start plays the same past. */
function findStart(setUpAt: Date, { daysAgo, at }: Pick<DemoTalk, 'daysAgo' | 'at'>): Date {
  const local = setUpAt.getTime() + TAIPEI_MS
  const midnight = local - (local % DAY_MS) - TAIPEI_MS
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  return new Date(midnight - daysAgo * DAY_MS + (hours * 60 + minutes) * 60_000)
}

/** Holds the one talk that is being played. Nobody else writes to it, so nothing conflicts. */
function openMemory(person: PersonRecord): { roleplays: RoleplayStore; read(): PlayedTalk } {
  const { personId, organisationId, teamId, name } = person
  const owner: TalkOwner = { personId, organisationId, teamId, name }
  let talk: PlayedTalk | null = null
  const read = () => {
    if (!talk) throw new Error('the talk has not begun')
    return talk
  }
  const change = (turns: TurnRecord[], { state, scorecard, lastTurnAt, endedAt }: RoleplayChange) => {
    const ledger = turns.at(-1)?.ledger ?? read().roleplay.ledger
    const roleplay = { ...read().roleplay, ledger, turnCount: turns.length, state, scorecard, lastTurnAt, endedAt }
    talk = { roleplay, turns }
    return 'stored' as const
  }
  return {
    read,
    roleplays: {
      async create(roleplay, turns) {
        talk = { roleplay, turns: [...turns] }
      },
      find: async () => talk && { ...talk, owner, hints: [], pending: null },
      findSoFar: async () => talk && { ...talk, owner, pending: null },
      appendTurn: async (_id, turn, next) => change([...read().turns, turn], next),
      end: async (_id, _turnCount, next) => change(read().turns, next),
      // Of models, hints and lists: a script needs none of them.
      acceptTurn: async () => 'conflict',
      addHint: async () => 'conflict',
      listByPerson: async () => [],
      listByScope: async () => [],
    },
  }
}
