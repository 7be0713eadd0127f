import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'

export function AskForm({ question, asOf, isBusy }: { question: string; asOf: string; isBusy: boolean }) {
  const { t } = useTranslation('knowledge')
  return (
    <AppForm method="get" action="/ask" className="grid gap-4" aria-label={t('ask.title')}>
      <TextField
        key={`q${question}`}
        name="q"
        label={t('ask.question')}
        placeholder={t('ask.placeholder')}
        defaultValue={question}
        required
        maxLength={400}
        autoComplete="off"
        data-slash-focus
      />
      <div className="flex flex-wrap items-start gap-4">
        <div className="min-w-48 flex-1 sm:max-w-64">
          <TextField name="asOf" type="date" label={t('ask.asOf')} hint={t('ask.asOfHint')} defaultValue={asOf} />
        </div>
        <Button type="submit" tone="primary" isBusy={isBusy} className="max-sm:w-full sm:mt-8">
          {t('ask.send')}
        </Button>
      </div>
    </AppForm>
  )
}

/** Shown before the first question. @param path the page that takes it as `q`. */
export function AskExamples({ path = '/ask' }: { path?: string }) {
  const { t } = useTranslation('knowledge')
  return (
    <section aria-label={t('ask.examples')} className="mt-8">
      <h2 className="text-body">{t('ask.examples')}</h2>
      <ul className="mt-2 grid gap-1">
        {(['1', '2', '3'] as const).map((id) => (
          <li key={id}>
            <AppLink
              to={`${path}?${new URLSearchParams({ q: t(`ask.example.${id}`) })}`}
              className="inline-flex min-h-11 items-center text-teal underline underline-offset-4"
            >
              {t(`ask.example.${id}`)}
            </AppLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
