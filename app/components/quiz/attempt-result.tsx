import { BookOpen, Repeat } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ClientFace } from '../face/client-face'
import { Page } from '../frame/page'
import { CertificateButton } from '../print/print-button'
import { OverallRing } from '../scorecard/overall-ring'
import { AppForm } from '../ui/app-form'
import { Badge } from '../ui/badge'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { ChineseNote } from '../ui/chinese-note'
import { formatDay, formatMoment } from '../ui/format-date'
import { AnswerNotes } from './answer-notes'
import { AnsweredPartsView } from './answered-parts'
import { OutcomeBadge } from './outcome-badge'
import { SituationScene } from './situation-scene'
import { TypeTag } from './type-tag'
import type { AttemptResultView, NextStep } from './view-types'

/** The result of an ended attempt: one sentence, what was missed and why, what to do next, then everything. */
export function AttemptResult({ result }: { result: AttemptResultView }) {
  const { t, i18n } = useTranslation('quiz')
  const missed = result.items.filter((one) => one.outcome !== 'right')
  const right = result.items.filter((one) => one.outcome === 'right')
  return (
    <Page
      width="text"
      title={result.mode === 'review' ? t('reviews.title') : result.title}
      lead={`${t(`mode.${result.mode}`)} · ${formatMoment(result.finishedAt, i18n.language)}`}
    >
      <ChineseNote />
      <div className="grid gap-6">
        <ResultHead result={result} missed={missed.length} />
        <NextSteps result={result} />
        {missed.length > 0 ? (
          <section className="grid gap-4">
            <h2 className="text-title">{t('result.missed', { count: missed.length })}</h2>
            {missed.map((one) => (
              <AnsweredCard key={one.itemId} item={one} number={result.items.indexOf(one) + 1} />
            ))}
          </section>
        ) : null}
        {right.length > 0 ? (
          <details className="group rounded-card border border-hairline bg-surface">
            <summary className="flex min-h-11 cursor-pointer items-center gap-2 px-5 py-3 font-medium hover:text-teal">
              {t('result.right', { count: right.length })}
              <span className="text-small font-normal text-ink-soft group-open:hidden">{t('result.open')}</span>
            </summary>
            <div className="grid gap-4 p-5 pt-0">
              {right.map((one) => (
                <AnsweredCard key={one.itemId} item={one} number={result.items.indexOf(one) + 1} />
              ))}
            </div>
          </details>
        ) : null}
      </div>
    </Page>
  )
}

const round = (points: number) => Math.floor(points * 100 + 1e-6) / 100

function ResultHead({ result, missed }: { result: AttemptResultView; missed: number }) {
  const { t } = useTranslation('quiz')
  const { passed, percent, passPercent, points, maxPoints, mode } = result
  const sentence =
    missed === 0
      ? t('result.allRight')
      : passed === false
        ? t('result.notYet', { missed })
        : t('result.some', { missed })
  return (
    <section className="flex flex-wrap items-center gap-6 rounded-card border border-hairline bg-surface p-5">
      <OverallRing
        overall={percent}
        passed={passed !== false}
        passMark={passPercent ?? 100}
        label={t('result.percent', { percent })}
      />
      <div className="grid min-w-0 flex-1 basis-60 gap-2">
        <h2 className="text-title">{sentence}</h2>
        {passed === null || mode === 'review' ? null : (
          <p>
            <Badge tone={passed ? 'good' : 'weak'}>{t(passed ? 'result.passed' : 'result.notPassed')}</Badge>
          </p>
        )}
        <p className="text-ink-soft">
          {t('result.points', { points: round(points), max: maxPoints })}
          {passPercent === null ? '' : ` · ${t('result.passMark', { percent: passPercent })}`}
        </p>
      </div>
    </section>
  )
}

function NextSteps({ result }: { result: AttemptResultView }) {
  const { t, i18n } = useTranslation('quiz')
  if (!result.isMine) return null
  const soonest = result.items.flatMap((one) => one.dueAt ?? []).sort()[0]
  return (
    <section aria-label={t('next.title')} className="grid gap-3">
      <h2 className="text-title">{t('next.title')}</h2>
      {soonest ? <p className="text-ink-soft">{t('next.due', { day: formatDay(soonest, i18n.language) })}</p> : null}
      <ul className="grid gap-3">
        {result.nextSteps
          .filter((one) => one.kind !== 'review')
          .map((step) => (
            <StepCard key={step.href} step={step} />
          ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {result.quizId && result.mode === 'exam' && result.passed ? (
          <CertificateButton kind="quiz" id={result.attemptId} />
        ) : null}
        {result.quizId && result.mode !== 'review' ? (
          <AppForm method="post" action={`/quizzes/${result.quizId}/attempts`}>
            <Button type="submit" name="mode" value={result.mode} tone="primary">
              {t('next.again')}
            </Button>
          </AppForm>
        ) : null}
        {result.nextSteps.some((one) => one.kind === 'review') || result.mode === 'review' ? (
          <ButtonLink to="/reviews" icon={<Repeat aria-hidden className="size-4" />}>
            {t('next.reviews')}
          </ButtonLink>
        ) : null}
        <ButtonLink to="/quizzes" tone="quiet">
          {t('next.all')}
        </ButtonLink>
      </div>
    </section>
  )
}

function StepCard({ step }: { step: NextStep }) {
  const { t } = useTranslation('quiz')
  if (step.kind === 'review') return null
  return (
    <li className="flex flex-wrap items-center gap-4 rounded-card border border-teal/25 bg-teal-soft p-4">
      {step.kind === 'talk' ? (
        <ClientFace client={step.client} size="medium" isDecorative />
      ) : (
        <BookOpen aria-hidden className="size-8 shrink-0 text-teal" strokeWidth={1.5} />
      )}
      <div className="min-w-0 flex-1 basis-48">
        <p className="text-small font-medium text-teal-ink">{t(`next.${step.kind}`)}</p>
        <p className="font-medium">{step.title}</p>
      </div>
      <ButtonLink to={step.href} size="small">
        {t(step.kind === 'talk' ? 'next.goTalk' : 'next.goLesson')}
      </ButtonLink>
    </li>
  )
}

function AnsweredCard({ item, number }: { item: AttemptResultView['items'][number]; number: number }) {
  const { t, i18n } = useTranslation('quiz')
  return (
    <Card>
      <div className="grid gap-4">
        <p className="flex flex-wrap items-center gap-2">
          <strong>{t('progress.number', { number })}</strong>
          <OutcomeBadge outcome={item.outcome} />
          <TypeTag type={item.type} />
          {item.isUnreviewed ? <Badge tone="weak">{t('unreviewed')}</Badge> : null}
        </p>
        <SituationScene {...item} />
        {item.type === 'cloze' ? null : (
          <h3 className="whitespace-pre-line text-wrap break-words text-body">{item.stem}</h3>
        )}
        <AnsweredPartsView answered={item} />
        <AnswerNotes answered={item} />
        {item.dueAt ? (
          <p className="text-small text-ink-soft">{t('result.dueAt', { day: formatDay(item.dueAt, i18n.language) })}</p>
        ) : null}
      </div>
    </Card>
  )
}
