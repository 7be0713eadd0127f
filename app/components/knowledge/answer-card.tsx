import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppLink } from '../ui/app-link'
import { Card } from '../ui/card'
import { formatDay } from '../ui/format-date'
import { linkToPassage } from './link-to'
import { PassageCard } from './passage-card'
import type { AnswerView } from './view-types'

/** An answer sentence by sentence with its places; or that there is none, with the nearest passages. */
export function AnswerCard({ answer }: { answer: AnswerView }) {
  const { t, i18n } = useTranslation('knowledge')
  const day = t('ask.dayUsed', { day: formatDay(answer.asOf, i18n.language, true) })
  const isByModel = answer.writtenBy === 'model'
  if (answer.citations.length === 0) return <EmptyState title={t('ask.nothingTitle')} text={t('ask.nothingText')} />
  return (
    <div className="grid gap-6" aria-live="polite">
      {answer.grounded ? (
        <Card title={isByModel ? t('ask.answerByModel') : t('ask.answer')} lead={day} tone="teal">
          <div className="grid gap-3">
            {answer.sentences.map((sentence) => (
              <p key={sentence.text} className="whitespace-pre-line break-words">
                {sentence.text}
                {sentence.cites.map(({ cite, passageId }) => (
                  <Fragment key={passageId}>
                    {' '}
                    <AppLink
                      to={linkToPassage(passageId)}
                      className="text-small text-teal-ink underline underline-offset-4"
                    >
                      {cite}
                    </AppLink>
                  </Fragment>
                ))}
              </p>
            ))}
          </div>
          <p className="mt-4 text-small text-ink-soft">
            {isByModel ? t('ask.byModel') : t('ask.limits')}
            {answer.note ? ` ${t(`ask.note.${answer.note}`)}` : ''}
          </p>
        </Card>
      ) : (
        <Card title={t('ask.noneTitle')} lead={day} tone="weak">
          <p>{t('ask.noneText')}</p>
        </Card>
      )}
      <section aria-label={answer.grounded ? t('ask.sources') : t('ask.nearest')} className="grid gap-3">
        <h2 className="text-title">{answer.grounded ? t('ask.sources') : t('ask.nearest')}</h2>
        {answer.citations.map((hit) => (
          <PassageCard key={hit.passageId} hit={hit} />
        ))}
      </section>
    </div>
  )
}
