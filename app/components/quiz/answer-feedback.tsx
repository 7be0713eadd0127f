import { useNavigation } from '@remix-run/react'
import { ArrowRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Badge } from '../ui/badge'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { AnswerNotes } from './answer-notes'
import { AnsweredPartsView } from './answered-parts'
import { OutcomeBadge } from './outcome-badge'
import { SituationScene } from './situation-scene'
import { TypeTag } from './type-tag'
import type { AnsweredView } from './view-types'

type AnswerFeedbackProps = {
  result: AnsweredView
  attemptId: string
  /** The next question; null when this was the last. */
  nextHref: string | null
  /** Just answered: the outcome is where the eyes and the reader should go. */
  isFresh: boolean
}

/** After an answer in practice: right or not, why, and where it stands. */
export function AnswerFeedback({ result, attemptId, nextHref, isFresh }: AnswerFeedbackProps) {
  const { t } = useTranslation('quiz')
  const isEnding = useNavigation().state === 'submitting'
  const headingRef = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isFresh) headingRef.current?.focus()
  }, [isFresh])
  return (
    <div className="grid gap-5">
      <p className="flex flex-wrap gap-2">
        <TypeTag type={result.type} />
        {result.isUnreviewed ? <Badge tone="weak">{t('unreviewed')}</Badge> : null}
      </p>
      <SituationScene {...result} />
      {result.type === 'cloze' ? null : (
        <p className="whitespace-pre-line break-words text-title font-medium">{result.stem}</p>
      )}
      <h2 ref={headingRef} tabIndex={-1} className="outline-none">
        <OutcomeBadge outcome={result.outcome} />
      </h2>
      <AnsweredPartsView answered={result} />
      <Card tone="sunken" level={3} title={t('answered.why')}>
        <AnswerNotes answered={result} />
      </Card>
      {nextHref === null ? (
        <AppForm method="post" action={`/attempts/${attemptId}`}>
          <Button type="submit" name="intent" value="finish" tone="primary" isBusy={isEnding} className="max-sm:w-full">
            {t('player.toEnd')}
          </Button>
        </AppForm>
      ) : (
        <div>
          <ButtonLink to={nextHref} tone="primary" className="max-sm:w-full">
            {t('player.next')}
            <ArrowRight aria-hidden className="size-4" />
          </ButtonLink>
        </div>
      )}
    </div>
  )
}
