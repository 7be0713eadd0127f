import { useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Ability } from '~/domain/quiz/item'
import type { PublishStatus, QuizOrigin } from '~/domain/quiz/quiz-ports'
import { Page } from '../frame/page'
import { ExportLinks } from '../learn/export-links'
import { PrintButton } from '../print/print-button'
import { AppLink } from '../ui/app-link'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { ChineseNote } from '../ui/chinese-note'
import { FaultList } from './fault-list'
import { ItemView } from './item-view'
import { MadeNote, type MadeNoteView } from './made-note'
import { PublishBar, QuizSettingsForm, type QuizSettingsView, RetireQuiz } from './quiz-keeping'
import { PublishBadge, QuizFacts } from './quiz-list'
import { EmptyQueue, ReviewQueue } from './review-queue'
import { SourceCards } from './source-cards'
import type { AnsweredView, FaultView, PlacedRowView, SourceView, StaleView } from './view-types'

export type CurrentItemView = {
  view: AnsweredView
  ability: Ability
  difficulty: 1 | 2 | 3
  sources: SourceView[]
  stale: StaleView[]
  faults: FaultView[]
  newerVersion: number | null
}
export type QuizKeepingView = {
  id: string
  title: string
  status: PublishStatus
  origin: QuizOrigin['kind']
  itemCount: number
  minutes: number | null
  passPercent: number
  canChange: boolean
  rows: PlacedRowView[]
  position: number
  current: CurrentItemView | null
  note: MadeNoteView | null
  isSaved: boolean
}
export type SettingsAnswer = { values: QuizSettingsView; faults: Readonly<Record<string, string>> }

type QuizKeepingPageProps = { quiz: QuizKeepingView; refusal: string | null; settings: SettingsAnswer | null }

/** A quiz as those who keep it see it: review item after item, then publish. */
export function QuizKeepingPage({ quiz, refusal, settings }: QuizKeepingPageProps) {
  const isBusy = useNavigation().state === 'submitting'
  const { id, status, current, canChange } = quiz
  const isReady = quiz.rows.length > 0 && quiz.rows.every((one) => one.status === 'approved')
  const values = settings?.values ?? {
    title: quiz.title,
    timeLimitMinutes: quiz.minutes === null ? '' : String(quiz.minutes),
    passPercent: String(quiz.passPercent),
  }
  return (
    <Page
      title={quiz.title}
      lead={
        <span className="flex flex-wrap items-center gap-3">
          <PublishBadge status={status} />
          <QuizFacts quiz={quiz} />
        </span>
      }
    >
      <ChineseNote />
      {quiz.note ? <MadeNote note={quiz.note} /> : null}
      {canChange ? (
        <PublishBar quizId={id} status={status} isReady={isReady} refusal={refusal} isBusy={isBusy} />
      ) : (
        <PublicBar quizId={id} />
      )}
      {current ? (
        <ReviewQueue
          quizId={id}
          rows={quiz.rows}
          position={quiz.position}
          canChange={canChange}
          isDraft={status === 'draft'}
          isBusy={isBusy}
        >
          <CurrentItem current={current} itemId={quiz.rows[quiz.position]!.itemId} />
        </ReviewQueue>
      ) : (
        <EmptyQueue />
      )}
      <div className="mt-6 grid items-start gap-6 md:grid-cols-2">
        {canChange ? (
          <QuizSettingsForm
            key={JSON.stringify(values)}
            quizId={id}
            values={values}
            faults={settings?.faults ?? {}}
            isSaved={quiz.isSaved && !settings}
            isBusy={isBusy}
          />
        ) : null}
        <div className="grid gap-6">
          <ExportLinks to={`/quizzes/${id}/export`} />
          <div className="flex flex-wrap gap-3">
            <PrintButton kind="quiz-paper" subjectId={id} />
            <PrintButton kind="answer-key" subjectId={id} />
          </div>
          {canChange && status !== 'retired' ? <RetireQuiz quizId={id} title={quiz.title} isBusy={isBusy} /> : null}
        </div>
      </div>
    </Page>
  )
}

/** A quiz of everybody: to be taken and looked at, not to be changed. */
function PublicBar({ quizId }: { quizId: string }) {
  const { t } = useTranslation('quiz')
  return (
    <div className="mb-6 flex flex-wrap items-center gap-3">
      <ButtonLink to={`/quizzes/${quizId}?take=1`} tone="primary">
        {t('publish.tryIt')}
      </ButtonLink>
      <ButtonLink to={`/quizzes/${quizId}/analysis`}>{t('analysis.title')}</ButtonLink>
      <p className="text-small text-ink-soft">{t('items.readOnly')}</p>
    </div>
  )
}

function CurrentItem({ current, itemId }: { current: CurrentItemView; itemId: string }) {
  const { t } = useTranslation('quiz')
  return (
    <>
      {current.newerVersion === null ? null : (
        <p className="text-small text-ink-soft">
          {t('queue.newer', { version: current.newerVersion })}{' '}
          <AppLink to={`/items/${itemId}`} className="text-teal underline underline-offset-4">
            {t('queue.toItem')}
          </AppLink>
        </p>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Card>
          <ItemView item={current.view} ability={current.ability} difficulty={current.difficulty} />
        </Card>
        <div className="grid gap-5">
          <Card title={t('faults.title')} level={3}>
            <FaultList faults={current.faults} stale={current.stale} />
          </Card>
          <SourceCards sources={current.sources} />
        </div>
      </div>
    </>
  )
}
