import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Role } from '~/domain/governance/authorise'
import { ROLES } from '~/domain/governance/authorise'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Tag } from '../ui/badge'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { SelectField, TextField } from '../ui/field'
import { type NewPasswordAnswer, NewPasswordDialog } from './new-password-dialog'
import { useFaultText } from './use-fault-text'

export type PeopleAnswer = {
  added: string | null
  values: { name: string; email: string; role: string; teamName: string }
  faults: Record<string, string>
}

export type PersonLine = {
  id: string
  name: string
  email: string
  role: Role
  team: string
  isDemo: boolean
  isMachine: boolean
  /** Who looks at the page. */
  isSelf: boolean
}

type PeoplePanelProps = {
  people: readonly PersonLine[]
  teams: readonly string[]
  isDemoOpen: boolean
  answer: PeopleAnswer | null
  passwordAnswer: NewPasswordAnswer | null
  isBusy: boolean
}

/** Everybody of the organisation, and a form for one more. Posts `name`, `email`, `role`, `teamName`, `password`. */
export function PeoplePanel({ people, teams, isDemoOpen, answer, passwordAnswer, isBusy }: PeoplePanelProps) {
  const { t } = useTranslation(['admin', 'frame'])
  const [chosen, setChosen] = useState<{ person: PersonLine; answerBefore: NewPasswordAnswer | null } | null>(null)
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <Card title={t('people.title')} aside={people.length} lead={t('people.lead')}>
        <ul className="divide-y divide-hairline">
          {people.map((person) => (
            <li key={person.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0">
              <span className="min-w-0 flex-1 basis-48 font-medium">{person.name}</span>
              <span className="text-small text-ink-soft">{t(`frame:role.${person.role}`)}</span>
              {person.team ? <span className="text-small text-ink-soft">{person.team}</span> : null}
              {person.isMachine ? (
                <Tag>{t('people.machine')}</Tag>
              ) : person.isDemo ? (
                <Tag>{t('people.demo')}</Tag>
              ) : (
                <>
                  <span className="text-small text-ink-soft">{person.email}</span>
                  <PasswordEntrance
                    person={person}
                    onChoose={() => setChosen({ person, answerBefore: passwordAnswer })}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
        <NewPasswordDialog
          person={chosen?.person ?? null}
          answer={passwordAnswer === chosen?.answerBefore ? null : passwordAnswer}
          isBusy={isBusy}
          onClose={() => setChosen(null)}
        />
      </Card>
      <AddPersonCard teams={teams} isDemoOpen={isDemoOpen} answer={answer} isBusy={isBusy} />
    </div>
  )
}

function PasswordEntrance({ person, onChoose }: { person: PersonLine; onChoose: () => void }) {
  const { t } = useTranslation('admin')
  if (person.isSelf)
    return (
      <AppLink to="/me#password" className="text-small text-teal underline underline-offset-4">
        {t('newPassword.ownLink')}
      </AppLink>
    )
  return (
    <Button size="small" onClick={onChoose}>
      {t('newPassword.open')}
      <span className="sr-only">{person.name}</span>
    </Button>
  )
}

function AddPersonCard({ teams, isDemoOpen, answer, isBusy }: Omit<PeoplePanelProps, 'people' | 'passwordAnswer'>) {
  const { t } = useTranslation(['admin', 'frame'])
  const faultOf = useFaultText(answer?.faults ?? {})
  const values = answer?.added ? undefined : answer?.values
  return (
    <Card title={t('people.add')} lead={isDemoOpen ? t('closesDemo') : undefined}>
      {answer?.added ? (
        <p role="status" className="mb-4 rounded-card bg-good-soft p-3 text-good-ink">
          {t('people.added', { name: answer.added })}
        </p>
      ) : null}
      <AppForm key={answer?.added ?? 'form'} method="post" noValidate className="grid gap-4">
        <TextField
          name="name"
          label={t('people.name')}
          fault={faultOf('name')}
          defaultValue={values?.name}
          autoComplete="off"
        />
        <TextField
          name="email"
          type="email"
          label={t('people.email')}
          fault={faultOf('email')}
          defaultValue={values?.email}
          autoComplete="off"
        />
        <SelectField
          name="role"
          label={t('people.role')}
          defaultValue={values?.role ?? 'trainee'}
          options={ROLES.map((role) => ({ value: role, label: t(`frame:role.${role}`) }))}
        />
        <TextField
          name="teamName"
          label={t('people.team')}
          hint={t('people.teamHint')}
          defaultValue={values?.teamName}
          list="teams"
        />
        <datalist id="teams">
          {teams.map((team) => (
            <option key={team} value={team} />
          ))}
        </datalist>
        <TextField
          name="password"
          type="password"
          label={t('people.password')}
          hint={t('people.passwordHint')}
          fault={faultOf('password')}
          autoComplete="new-password"
        />
        <Button type="submit" tone="primary" isBusy={isBusy}>
          {t('people.add')}
        </Button>
      </AppForm>
    </Card>
  )
}
