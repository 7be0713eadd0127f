import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge'
import { ChoiceAnswer } from './choice-answer'
import { ClozeAnswer } from './cloze-answer'
import { MatchingAnswer } from './matching-answer'
import { OrderingAnswer } from './ordering-answer'
import { SituationScene } from './situation-scene'
import { TypeTag } from './type-tag'
import type { GivenAnswer, QuestionView } from './view-types'

type QuestionBodyProps = { question: QuestionView; given: GivenAnswer; stemId: string; onMoved: () => void }

/** The question and its fields; every type can be answered by keyboard and by touch alone. */
export function QuestionBody({ question, given, stemId, onMoved }: QuestionBodyProps) {
  const { t } = useTranslation('quiz')
  return (
    <div className="grid gap-5">
      <p className="flex flex-wrap gap-2">
        <TypeTag type={question.type} />
        {question.isUnreviewed ? <Badge tone="weak">{t('unreviewed')}</Badge> : null}
      </p>
      <SituationScene {...question} />
      {question.type === 'cloze' ? (
        <h2 id={stemId} tabIndex={-1} className="sr-only">
          {t('question.fill')}
        </h2>
      ) : (
        <h2
          id={stemId}
          tabIndex={-1}
          className="whitespace-pre-line text-wrap break-words text-title font-medium outline-none"
        >
          {question.stem}
        </h2>
      )}
      <Fields question={question} given={given} stemId={stemId} onMoved={onMoved} />
    </div>
  )
}

function Fields({ question, given, stemId, onMoved }: QuestionBodyProps) {
  const { t } = useTranslation('quiz')
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'situation':
      return (
        <ChoiceAnswer
          labelledBy={stemId}
          name="option"
          isMultiple={question.type === 'multiple'}
          options={question.options}
          chosen={given.optionIds}
        />
      )
    case 'true-false':
      return (
        <ChoiceAnswer
          labelledBy={stemId}
          name="truth"
          isMultiple={false}
          options={[
            { id: 'true', text: t('truth.true') },
            { id: 'false', text: t('truth.false') },
          ]}
          chosen={given.isTrue === null ? [] : [String(given.isTrue)]}
        />
      )
    case 'cloze':
      return <ClozeAnswer stem={question.stem} words={given.words} />
    case 'matching':
      return <MatchingAnswer lefts={question.lefts} rights={question.rights} given={given.rights} />
    case 'ordering':
      return <OrderingAnswer steps={given.steps} onMoved={onMoved} />
    case 'short-answer':
      return (
        <textarea
          name="text"
          aria-labelledby={stemId}
          rows={5}
          maxLength={2000}
          defaultValue={given.text}
          className="w-full rounded-card border border-edge bg-surface px-3 py-2 text-body hover:border-teal"
        />
      )
  }
}
