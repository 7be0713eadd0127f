import { useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '../frame/page'
import { AppForm } from '../ui/app-form'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { linkToQuestion, QuestionList } from './attempt-progress'
import type { PlayerView } from './view-types'

/** Before the end: what is still open, and the button that ends it. */
export function ClosingCard({ player }: { player: PlayerView }) {
  const { t } = useTranslation('quiz')
  const { attemptId, mode, answered } = player
  const open = answered.filter((isDone) => !isDone).length
  const firstOpen = answered.indexOf(false)
  return (
    <Page width="text" title={mode === 'review' ? t('reviews.title') : player.title}>
      <Card title={t(mode === 'exam' ? 'closing.titleExam' : 'closing.title')}>
        <div className="grid gap-5">
          <p>
            {open === 0 ? t('closing.allDone', { total: answered.length }) : t(`closing.open.${mode}`, { count: open })}
          </p>
          <QuestionList attemptId={attemptId} answered={answered} position={null} />
          <AppForm method="post" action={`/attempts/${attemptId}`} className="flex flex-wrap gap-3">
            <Button
              type="submit"
              name="intent"
              value="finish"
              tone={open === 0 || mode === 'exam' ? 'primary' : 'plain'}
              isBusy={useNavigation().state === 'submitting'}
            >
              {t(mode === 'exam' ? 'player.handIn' : 'closing.finish')}
            </Button>
            <ButtonLink
              to={linkToQuestion(attemptId, Math.max(0, firstOpen))}
              tone={open > 0 && mode !== 'exam' ? 'primary' : 'plain'}
            >
              {t(open === 0 ? 'closing.look' : 'closing.goOn')}
            </ButtonLink>
          </AppForm>
        </div>
      </Card>
    </Page>
  )
}
