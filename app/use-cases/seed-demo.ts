import type { Role } from '../domain/governance/authorise'
import type { AccountStore, Clock } from '../domain/ports'

const ORGANISATION = { id: 'demo', name: '安禾人壽（示範）' }
const TEAMS = [
  { id: 'demo-taipei', name: '台北通訊處' },
  { id: 'demo-taichung', name: '台中通訊處' },
]
const PEOPLE: { id: string; name: string; role: Role; teamId: string }[] = [
  { id: 'demo-trainee', name: '林小安', role: 'trainee', teamId: 'demo-taipei' },
  { id: 'demo-trainer', name: '許教練', role: 'trainer', teamId: 'demo-taipei' },
  { id: 'demo-manager', name: '高經理', role: 'manager', teamId: 'demo-taipei' },
  { id: 'demo-admin', name: '管理員', role: 'admin', teamId: 'demo-taipei' },
  { id: 'demo-trainee-taichung', name: '江新語', role: 'trainee', teamId: 'demo-taichung' },
]
/** Have a past (`seedDemoTalks`), so that the pages of those who look after a team have something to show. */
const COLLEAGUES: typeof PEOPLE = [
  { id: 'demo-trainee-yu', name: '游子晴', role: 'trainee', teamId: 'demo-taipei' },
  { id: 'demo-trainee-lai', name: '賴以恆', role: 'trainee', teamId: 'demo-taipei' },
  { id: 'demo-trainee-su', name: '蘇郁文', role: 'trainee', teamId: 'demo-taipei' },
]

/**
 * Puts an invented insurer with one person per role and a few colleagues into an empty database. None has a password: they
 * can be used only through one-click sign-in, which closes when the first real person is added.
 *
 * @returns true when it did so, false when the database holds anybody already.
 */
export async function seedDemo(deps: { accounts: AccountStore; clock: Clock }): Promise<boolean> {
  if ((await deps.accounts.listDemoPeople()).length > 0 || !(await deps.accounts.hasOnlyDemoPeople())) return false
  const createdAt = deps.clock.now()
  await deps.accounts.createOrganisation({ ...ORGANISATION, isDemo: true, createdAt })
  for (const team of TEAMS) await deps.accounts.createTeam({ ...team, organisationId: ORGANISATION.id })
  // One-click sign-in opens the door to the first of a role: the colleagues come after everybody else.
  const colleaguesAt = new Date(createdAt.getTime() + 1)
  for (const { id, name, role, teamId } of [...PEOPLE, ...COLLEAGUES])
    await deps.accounts.createPerson({
      personId: id,
      organisationId: ORGANISATION.id,
      teamId,
      role,
      name,
      email: `${id}@demo.invalid`,
      isDemo: true,
      passwordHash: null,
      createdAt: COLLEAGUES.some((one) => one.id === id) ? colleaguesAt : createdAt,
    })
  return true
}
