import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { NewPasswordAnswer } from '~/components/admin/new-password-dialog'
import { type PeopleAnswer, PeoplePanel } from '~/components/admin/people-panel'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { ButtonLink } from '~/components/ui/button'
import { ROLES } from '~/domain/governance/authorise'
import { MACHINE_PERSON_ID } from '~/domain/governance/machine-person-id'
import type { PersonRecord } from '~/domain/ports'
import { requirePermission, requirePerson } from '~/http/current-person'
import type { AppLoadContext } from '~/http/load-context'
import { isDomainError } from '~/http/problem-details'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('管理', 'Admin')

export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'people.administer')
  const { people, teams } = await context.services.listResults(person)
  const teamNames = new Map(teams.map((team) => [team.id, team.name]))
  return {
    teams: teams.map((team) => team.name),
    isDemoOpen: (await context.services.listDemoSignIns()).length > 0,
    people: people.map(({ personId, name, email, role, teamId, isDemo }) => ({
      id: personId,
      name,
      email,
      role,
      team: teamId === null ? '' : (teamNames.get(teamId) ?? ''),
      isDemo,
      isMachine: personId === MACHINE_PERSON_ID,
      isSelf: personId === person.personId,
    })),
  }
})

async function setPassword(form: FormData, actor: PersonRecord, { services }: AppLoadContext) {
  const personId = String(form.get('personId') ?? '')
  try {
    await services.setPassword(actor, { personId, password: String(form.get('password') ?? '') })
    return Response.json({ passwordFor: personId, isSet: true, faults: {} })
  } catch (error) {
    if (isDomainError(error) && error.code === 'bad-input')
      return Response.json({ passwordFor: personId, isSet: false, faults: error.fields }, { status: 400 })
    throw error
  }
}

/** `intent` `set-password` is for a person who is there; without an intent the form adds one. */
export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const form = await request.formData()
  if (form.get('intent') === 'set-password') return setPassword(form, person, context)
  const read = (name: string) => String(form.get(name) ?? '')
  const role = ROLES.find((one) => one === read('role')) ?? 'trainee'
  const values = { name: read('name'), email: read('email'), role, teamName: read('teamName') }
  try {
    const added = await context.services.addPerson(person, { ...values, password: read('password') })
    return Response.json({ added: added.name, values, faults: {} })
  } catch (error) {
    if (isDomainError(error) && error.code === 'bad-input')
      return Response.json({ added: null, values, faults: error.fields }, { status: 400 })
    throw error
  }
})

export default function AdminPage() {
  const { people, teams, isDemoOpen } = useLoaderData<typeof loader>()
  const answer = useActionData<PeopleAnswer | NewPasswordAnswer>() ?? null
  const isOfPassword = answer !== null && 'passwordFor' in answer
  const { t } = useTranslation('admin')
  return (
    <Page title={t('title')} action={<ButtonLink to="/models">{t('models.title')}</ButtonLink>}>
      <PeoplePanel
        people={people}
        teams={teams}
        isDemoOpen={isDemoOpen}
        answer={isOfPassword ? null : answer}
        passwordAnswer={isOfPassword ? answer : null}
        isBusy={useNavigation().state !== 'idle'}
      />
    </Page>
  )
}
