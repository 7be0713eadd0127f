import { useRevalidator } from '@remix-run/react'
import { ArrowRight, CircleAlert, CircleCheck, History, LoaderCircle } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../frame/page'
import { Tag } from '../ui/badge'
import { Button, ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { AnswerFeedback } from './answer-feedback'
import { AttemptProgress, linkToClosing, linkToQuestion, QuestionList } from './attempt-progress'
import { QuestionBody } from './question-body'
import { TimeLeft } from './time-left'
import { type SaveState, useAnswerForm } from './use-answer-form'
import type { PlayerView } from './view-types'

type AttemptPlayerProps = {
  player: PlayerView
  /** Sent without a script: without an answer, or with none that the item can have. */
  fault: 'empty' | 'refused' | null
}

/** One question at a time. */
export function AttemptPlayer({ player, fault }: AttemptPlayerProps) {
  const { t } = useTranslation('quiz')
  const { revalidate } = useRevalidator()
  const { attemptId, mode, position, total, result } = player
  // What has been stored since the page was loaded: the marks of an exam follow at once.
  const [stored, setStored] = useState<Readonly<Record<number, boolean>>>({})
  const answered = player.answered.map((isDone, at) => stored[at] ?? isDone)
  const next = findNext(player)
  const nextHref = next === null ? linkToClosing(attemptId) : linkToQuestion(attemptId, next)
  const isFresh = useIsFresh(`${attemptId} ${position}`, result !== null)
  const hasMoved = useHasMoved(`${attemptId} ${position}`)
  return (
    <Page
      width="text"
      title={mode === 'review' ? t('reviews.title') : player.title}
      lead={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Tag>{t(`mode.${mode}`)}</Tag>
          <span>{t('progress.place', { number: position + 1, total })}</span>
          {player.deadline ? <TimeLeft deadline={player.deadline} now={player.now} onOver={revalidate} /> : null}
        </span>
      }
    >
      <div className="grid gap-5">
        <AttemptProgress answered={answered} />
        <Card>
          {result ? (
            <AnswerFeedback
              key={position}
              result={result}
              attemptId={attemptId}
              nextHref={next === null ? null : nextHref}
              isFresh={isFresh}
            />
          ) : (
            <QuestionForm
              key={position}
              player={player}
              fault={fault}
              nextHref={nextHref}
              hasMoved={hasMoved}
              onStored={(isAnswered) => setStored((before) => ({ ...before, [position]: isAnswered }))}
            />
          )}
        </Card>
        {mode === 'exam' ? <QuestionList attemptId={attemptId} answered={answered} position={position} /> : null}
        <div className="flex flex-wrap items-center justify-between gap-3">
          {position > 0 ? (
            <ButtonLink to={linkToQuestion(attemptId, position - 1)} tone="quiet" size="small">
              {t('player.back')}
            </ButtonLink>
          ) : (
            <span />
          )}
          <ButtonLink to={linkToClosing(attemptId)} tone="quiet" size="small">
            {t(mode === 'exam' ? 'player.handIn' : 'player.stop')}
          </ButtonLink>
        </div>
      </div>
    </Page>
  )
}

/** An exam goes through in order; practice goes to what is not answered yet. @returns null at the end. */
function findNext({ mode, position, total, answered }: PlayerView): number | null {
  if (mode === 'exam') return position + 1 < total ? position + 1 : null
  const open = answered.map((isDone, at) => (isDone || at === position ? -1 : at)).filter((at) => at >= 0)
  return open.find((at) => at > position) ?? open[0] ?? null
}

/** @returns true when a result has come in while its question was on the page. */
function useIsFresh(place: string, hasResult: boolean): boolean {
  const before = useRef({ place, hasResult })
  const isFresh = before.current.place === place && hasResult && !before.current.hasResult
  useEffect(() => {
    before.current = { place, hasResult }
  })
  return isFresh
}

type QuestionFormProps = {
  player: PlayerView
  fault: AttemptPlayerProps['fault']
  nextHref: string
  hasMoved: boolean
  onStored: (isAnswered: boolean) => void
}

function QuestionForm({ player, fault, nextHref, hasMoved, onStored }: QuestionFormProps) {
  const { t } = useTranslation('quiz')
  const stemId = useId()
  const { formRef, state, onChange, onBlur, onSubmit, onMoved } = useAnswerForm(player, {
    hereHref: linkToQuestion(player.attemptId, player.position),
    nextHref,
    onStored,
  })
  const { attemptId, position, mode } = player
  // Going on within the page moves the focus to the next question; a page that has just been opened is left alone.
  useEffect(() => {
    if (hasMoved) document.getElementById(stemId)?.focus()
  }, [hasMoved, stemId])
  const isAnswered = player.answered[position] === true
  const isExam = mode === 'exam'
  const shown: SaveState = state === 'untouched' ? (fault ?? (isExam && isAnswered ? 'stored' : state)) : state
  return (
    <form
      ref={formRef}
      method="post"
      action={linkToQuestion(attemptId, position)}
      onChange={onChange}
      onBlur={onBlur}
      onSubmit={onSubmit}
      className="grid gap-5"
    >
      <QuestionBody question={player.question} given={player.given} stemId={stemId} onMoved={onMoved} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          type="submit"
          name="intent"
          value="answer"
          tone="primary"
          isBusy={!isExam && state === 'saving'}
          className="max-sm:w-full"
        >
          {isExam ? t('player.saveAndNext') : t('player.check')}
          {isExam ? <ArrowRight aria-hidden className="size-4" /> : null}
        </Button>
        <SaveNote state={shown} isExam={isExam} />
      </div>
    </form>
  )
}

function SaveNote({ state, isExam }: { state: SaveState; isExam: boolean }) {
  const { t } = useTranslation('quiz')
  const isFault = state === 'failed' || state === 'refused' || (state === 'empty' && !isExam)
  const text = {
    untouched: '',
    restored: t('save.restored'),
    saving: isExam ? t('save.saving') : '',
    stored: isExam ? t('save.stored') : '',
    ended: t('save.ended'),
    failed: t('save.failed'),
    refused: t('save.refused'),
    empty: isExam ? t('save.empty') : t('save.choose'),
  }[state]
  const Icon = isFault ? CircleAlert : state === 'saving' ? LoaderCircle : state === 'restored' ? History : CircleCheck
  return (
    <p
      role={isFault ? 'alert' : 'status'}
      className={
        isFault
          ? 'inline-flex items-start gap-1.5 text-small font-medium text-breach'
          : 'inline-flex items-start gap-1.5 text-small text-ink-soft'
      }
    >
      {text && state !== 'empty' ? <Icon aria-hidden className="mt-0.5 size-4 shrink-0" /> : null}
      {text}
    </p>
  )
}

/** @returns true once the reader has gone from one place to another without leaving the page. */
function useHasMoved(place: string): boolean {
  const first = useRef(place)
  const hasMoved = useRef(false)
  if (first.current !== place) hasMoved.current = true
  return hasMoved.current
}
