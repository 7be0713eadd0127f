import { BookOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'

/** On the scorecard: a short course about what it shows. @param hasNothing it was asked for, and there is nothing to mend. */
export function RemedyCard({ talkId, hasNothing }: { talkId: string; hasNothing: boolean }) {
  const { t } = useTranslation('course')
  return (
    <section
      id="remedy"
      className="flex flex-col gap-4 rounded-card border border-hairline bg-surface p-5 sm:flex-row sm:items-center"
    >
      <BookOpen aria-hidden className="size-10 shrink-0 text-teal" strokeWidth={1.5} />
      <div className="min-w-0 flex-1">
        <h2 className="text-title">{t('remedy.title')}</h2>
        <p role="status" className="text-ink-soft">
          {t(hasNothing ? 'remedy.none' : 'remedy.text')}
        </p>
      </div>
      {hasNothing ? null : (
        <AppForm method="post" action="/courses/remedy" leadsOn>
          <input type="hidden" name="roleplayId" value={talkId} />
          <Button type="submit">{t('remedy.go')}</Button>
        </AppForm>
      )}
    </section>
  )
}
