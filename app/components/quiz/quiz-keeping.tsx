import { Archive, ChartColumn, Send } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublishStatus } from '~/domain/quiz/quiz-ports'
import { AppForm } from '../ui/app-form'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { TextField } from '../ui/field'
import { ModalDialog } from '../ui/modal-dialog'

const REFUSALS = ['none', 'retired', 'not-reviewed', 'not-a-draft'] as const
type KeepingProps = {
  quizId: string
  status: PublishStatus
  /** All items are approved: publishing is the next thing to do. */
  isReady: boolean
  refusal: string | null
  isBusy: boolean
}

/** Publish a draft, look at the analysis, take out of use; a refusal says why and what to do. */
export function PublishBar({ quizId, status, isReady, refusal, isBusy }: KeepingProps) {
  const { t } = useTranslation('quiz')
  const reason = REFUSALS.find((one) => one === refusal)
  return (
    <div className="mb-6 grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        {status === 'draft' ? (
          <AppForm method="post" action={`/quizzes/${quizId}`}>
            <Button
              type="submit"
              name="intent"
              value="publish"
              tone={isReady ? 'primary' : 'plain'}
              isBusy={isBusy}
              icon={<Send aria-hidden className="size-4" />}
            >
              {t('publish.go')}
            </Button>
          </AppForm>
        ) : (
          <ButtonLink
            to={`/quizzes/${quizId}/analysis`}
            tone="primary"
            icon={<ChartColumn aria-hidden className="size-4" />}
          >
            {t('analysis.title')}
          </ButtonLink>
        )}
        {status === 'retired' ? null : <ButtonLink to={`/quizzes/${quizId}?take=1`}>{t('publish.tryIt')}</ButtonLink>}
      </div>
      {reason ? (
        <p role="alert" className="rounded-card bg-weak-soft p-3 text-weak-ink">
          {t(`publish.refused.${reason}`)}
        </p>
      ) : null}
      {status === 'retired' ? <p className="text-ink-soft">{t('publish.retiredNote')}</p> : null}
    </div>
  )
}

export type QuizSettingsView = { title: string; timeLimitMinutes: string; passPercent: string }
type SettingsProps = {
  quizId: string
  values: QuizSettingsView
  faults: Readonly<Record<string, string>>
  isSaved: boolean
  isBusy: boolean
}

/** Name, time and pass mark. */
export function QuizSettingsForm({ quizId, values, faults, isSaved, isBusy }: SettingsProps) {
  const { t } = useTranslation(['quiz', 'frame'])
  const faultOf = (field: 'title' | 'timeLimitMinutes' | 'passPercent') =>
    faults[field] ? t(`make.range.${field}`) : undefined
  return (
    <Card title={t('settings.title')} level={3}>
      <AppForm method="post" action={`/quizzes/${quizId}`} noValidate className="grid gap-4">
        <TextField
          name="title"
          label={t('make.name')}
          defaultValue={values.title}
          fault={faultOf('title')}
          maxLength={200}
        />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            name="timeLimitMinutes"
            type="number"
            inputMode="numeric"
            label={t('make.minutes')}
            hint={t('make.minutesHint')}
            defaultValue={values.timeLimitMinutes}
            fault={faultOf('timeLimitMinutes')}
          />
          <TextField
            name="passPercent"
            type="number"
            inputMode="numeric"
            label={t('make.pass')}
            defaultValue={values.passPercent}
            fault={faultOf('passPercent')}
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" name="intent" value="settings" size="small" isBusy={isBusy}>
            {t('frame:save')}
          </Button>
          <span role="status" className="text-small text-good">
            {isSaved ? t('settings.saved') : null}
          </span>
        </div>
      </AppForm>
    </Card>
  )
}

/** Takes a quiz out of use, after asking once more. */
export function RetireQuiz({ quizId, title, isBusy }: { quizId: string; title: string; isBusy: boolean }) {
  const { t } = useTranslation(['quiz', 'frame'])
  const [isAsking, setIsAsking] = useState(false)
  return (
    <Card tone="sunken">
      <p className="mb-3 text-small text-ink-soft">{t('publish.retireText')}</p>
      <Button
        tone="danger"
        size="small"
        icon={<Archive aria-hidden className="size-4" />}
        onClick={() => setIsAsking(true)}
      >
        {t('publish.retire')}
      </Button>
      <ModalDialog isOpen={isAsking} onClose={() => setIsAsking(false)} title={t('publish.retireConfirm', { title })}>
        <p className="mb-4">{t('publish.retireText')}</p>
        <AppForm
          method="post"
          action={`/quizzes/${quizId}`}
          onSubmit={() => setIsAsking(false)}
          className="flex flex-wrap gap-3"
        >
          <Button type="submit" tone="danger" name="intent" value="retire" isBusy={isBusy}>
            {t('publish.retireYes')}
          </Button>
          <Button onClick={() => setIsAsking(false)}>{t('frame:cancel')}</Button>
        </AppForm>
      </ModalDialog>
    </Card>
  )
}
