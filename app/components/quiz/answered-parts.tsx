import { Check, X } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { joinClasses } from '../ui/join-classes'
import { splitStem } from './cloze-answer'
import type { AnsweredParts, AnsweredView } from './view-types'

/** Right or wrong with a sign and a word; colour only repeats it. */
function Mark({ isRight, children }: { isRight: boolean; children: ReactNode }) {
  const Icon = isRight ? Check : X
  return (
    <span
      className={joinClasses(
        'inline-flex items-center gap-1 whitespace-nowrap text-small font-medium',
        isRight ? 'text-good' : 'text-breach',
      )}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {children}
    </span>
  )
}

type PartsOf<T extends AnsweredParts['type']> = Extract<AnsweredParts, { type: T }>

/** The key of an item, and what was answered. */
export function AnsweredPartsView({ answered }: { answered: AnsweredView }) {
  const { parts, hasResponse } = answered
  switch (parts.type) {
    case 'choice':
      return <OptionsPart parts={parts} hasResponse={hasResponse} />
    case 'true-false':
      return <TruthPart parts={parts} />
    case 'cloze':
      return <ClozePart parts={parts} stem={answered.stem} hasResponse={hasResponse} />
    case 'matching':
      return <MatchingPart parts={parts} hasResponse={hasResponse} />
    case 'ordering':
      return <OrderingPart parts={parts} hasResponse={hasResponse} />
    case 'short-answer':
      return <ShortAnswerPart parts={parts} hasResponse={hasResponse} />
  }
}

function OptionsPart({ parts, hasResponse }: { parts: PartsOf<'choice'>; hasResponse: boolean }) {
  const { t } = useTranslation('quiz')
  return (
    <ul className="grid gap-2">
      {parts.options.map((option) => (
        <li
          key={option.id}
          className={joinClasses(
            'rounded-card border p-3',
            option.isKey
              ? 'border-good/40 bg-good-soft'
              : option.isChosen
                ? 'border-breach/40 bg-breach-soft'
                : 'border-hairline',
          )}
        >
          <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
            <p className="min-w-0 break-words">{option.text}</p>
            <p className="flex flex-wrap gap-x-3">
              {option.isKey ? <Mark isRight>{t('answered.key')}</Mark> : null}
              {hasResponse && option.isChosen ? <Mark isRight={option.isKey}>{t('answered.yours')}</Mark> : null}
            </p>
          </div>
          {option.reason ? <p className="mt-1 text-small text-ink-soft">{option.reason}</p> : null}
        </li>
      ))}
    </ul>
  )
}

function TruthPart({ parts }: { parts: PartsOf<'true-false'> }) {
  const { t } = useTranslation('quiz')
  const word = (isTrue: boolean) => t(isTrue ? 'truth.true' : 'truth.false')
  return (
    <div className="grid gap-1">
      <p>
        {t('answered.keyIs')} <strong>{word(parts.isTrue)}</strong>
      </p>
      {parts.given === null ? null : (
        <p className="flex flex-wrap items-center gap-x-3">
          {t('answered.yoursIs')} {word(parts.given)}
          <Mark isRight={parts.given === parts.isTrue}>
            {t(parts.given === parts.isTrue ? 'outcome.right' : 'outcome.wrong')}
          </Mark>
        </p>
      )}
      {parts.reason ? <p className="text-ink-soft">{parts.reason}</p> : null}
    </div>
  )
}

function ClozePart({ parts, stem, hasResponse }: { parts: PartsOf<'cloze'>; stem: string; hasResponse: boolean }) {
  const { t } = useTranslation('quiz')
  const pieces = splitStem(stem)
  return (
    <div className="grid gap-3">
      <p className="text-title font-normal">
        {pieces.map((piece, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: gaps have no name but their place
          <Fragment key={at}>
            {piece}
            {at < pieces.length - 1 ? (
              <strong className="mx-1 border-b-2 border-good px-1 text-good-ink">
                {parts.blanks[at]?.accepted[0]}
              </strong>
            ) : null}
          </Fragment>
        ))}
      </p>
      <ul className="grid gap-1">
        {parts.blanks.map((blank, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: gaps have no name but their place
          <li key={at} className="flex flex-wrap items-baseline gap-x-3 text-small">
            <span className="text-ink-soft">{t('answered.blank', { number: at + 1 })}</span>
            {hasResponse ? (
              <>
                <span>{blank.given ? t('answered.youWrote', { text: blank.given }) : t('answered.leftEmpty')}</span>
                <Mark isRight={blank.isRight}>{t(blank.isRight ? 'outcome.right' : 'outcome.wrong')}</Mark>
              </>
            ) : null}
            <span className="text-ink-soft">{t('answered.accepted', { text: blank.accepted.join('、') })}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function MatchingPart({ parts, hasResponse }: { parts: PartsOf<'matching'>; hasResponse: boolean }) {
  const { t } = useTranslation('quiz')
  return (
    <div className="grid gap-2">
      <ul className="divide-y divide-hairline rounded-card border border-hairline">
        {parts.pairs.map((pair) => (
          <li key={pair.left} className="grid gap-x-4 gap-y-1 p-3 md:grid-cols-2">
            <span className="min-w-0 break-words">{pair.left}</span>
            <span className="grid min-w-0 gap-1 break-words">
              <strong>{pair.right}</strong>
              {hasResponse ? (
                <span className="flex flex-wrap items-baseline gap-x-3 text-small text-ink-soft">
                  {pair.given ? t('answered.youChose', { text: pair.given }) : t('answered.leftEmpty')}
                  <Mark isRight={pair.isRight}>{t(pair.isRight ? 'outcome.right' : 'outcome.wrong')}</Mark>
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
      {parts.extraRights.length > 0 ? (
        <p className="text-small text-ink-soft">{t('answered.extra', { text: parts.extraRights.join('、') })}</p>
      ) : null}
    </div>
  )
}

function OrderingPart({ parts, hasResponse }: { parts: PartsOf<'ordering'>; hasResponse: boolean }) {
  const { t } = useTranslation('quiz')
  return (
    <ol className="grid gap-2">
      {parts.steps.map((step, at) => (
        <li key={step.text} className="flex items-baseline gap-3 rounded-card border border-hairline p-3">
          <span className="w-5 shrink-0 text-right font-medium">{at + 1}</span>
          <span className="min-w-0 flex-1 break-words">{step.text}</span>
          {hasResponse ? (
            <Mark isRight={step.isRight}>
              {step.givenPlace === null
                ? t('answered.leftEmpty')
                : step.isRight
                  ? t('outcome.right')
                  : t('answered.youPut', { place: step.givenPlace })}
            </Mark>
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function ShortAnswerPart({ parts, hasResponse }: { parts: PartsOf<'short-answer'>; hasResponse: boolean }) {
  const { t } = useTranslation('quiz')
  return (
    <div className="grid gap-3">
      {hasResponse ? (
        <blockquote className="whitespace-pre-line break-words border-l-2 border-teal pl-4">{parts.given}</blockquote>
      ) : null}
      <div>
        <h4 className="font-medium">{t('answered.points')}</h4>
        <ul className="grid gap-1">
          {parts.points.map((point) => (
            <li key={point.accepted.join()} className="flex flex-wrap items-baseline gap-x-3">
              <span>{hasResponse ? point.accepted[0] : point.accepted.join('、')}</span>
              {hasResponse ? (
                <Mark isRight={point.isMet}>{t(point.isMet ? 'answered.met' : 'answered.missed')}</Mark>
              ) : null}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <h4 className="font-medium">{t('answered.model')}</h4>
        <p className="whitespace-pre-line">{parts.modelAnswer}</p>
      </div>
    </div>
  )
}
