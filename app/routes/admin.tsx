import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type PeopleAnswer, PeoplePanel } from '~/components/admin/people-panel'
import { Page } from '~/components/frame/page'
import { ButtonLink } from '~/components/ui/button'
import { ROLES } from '~/domain/governance/authorise'
import { requirePermission, requirePerson } from '~/http/current-person'
import { isDomainError } from '~/http/problem-details'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction = () => [{ title: '管理 · 對練' }]

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
    })),
  }
})

export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  const form = await request.formData()
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
  const answer = useActionData<PeopleAnswer>() ?? null
  const { t } = useTranslation('admin')
  return (
    <Page title={t('title')} action={<ButtonLink to="/models">{t('models.title')}</ButtonLink>}>
      <PeoplePanel
        people={people}
        teams={teams}
        isDemoOpen={isDemoOpen}
        answer={answer}
        isBusy={useNavigation().state !== 'idle'}
      />
    </Page>
  )
}
