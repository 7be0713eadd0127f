import { useTranslation } from 'react-i18next'
import { Page } from '../frame/page'
import { PrintButton } from '../print/print-button'
import { Card } from '../ui/card'
import { ChineseNote } from '../ui/chinese-note'
import { BestAndLast, QuizFacts } from './quiz-list'
import { AttemptList, type AttemptRowView, StartCard } from './start-card'
import type { OpenAttemptView, QuizCardView } from './view-types'

type QuizStartPageProps = {
  quiz: QuizCardView
  open: readonly OpenAttemptView[]
  results: readonly AttemptRowView[]
}

/** Before a quiz: what it is, how to take it, how it went before. */
export function QuizStartPage({ quiz, open, results }: QuizStartPageProps) {
  const { t } = useTranslation('quiz')
  return (
    <Page
      title={quiz.title}
      lead={<QuizFacts quiz={quiz} />}
      action={<PrintButton kind="quiz-paper" subjectId={quiz.id} />}
      width="text"
    >
      <ChineseNote />
      <div className="grid gap-6">
        {quiz.origin === 'exam' ? <p className="text-small text-ink-soft">{t('exams.notice')}</p> : null}
        {quiz.itemCount === 0 ? <p>{t('start.noItems')}</p> : null}
        <StartCard quiz={quiz} open={open} />
        {results.length > 0 ? (
          <Card title={t('start.before')}>
            <BestAndLast best={quiz.best} last={quiz.last} />
            <div className="mt-3">
              <AttemptList attempts={results} />
            </div>
          </Card>
        ) : null}
      </div>
    </Page>
  )
}
