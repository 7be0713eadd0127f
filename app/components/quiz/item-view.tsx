import { useTranslation } from 'react-i18next'
import type { Ability } from '~/domain/quiz/item'
import { DifficultyDots } from '../ui/dots'
import { AnswerNotes } from './answer-notes'
import { AnsweredPartsView } from './answered-parts'
import { SituationScene } from './situation-scene'
import { TypeTag } from './type-tag'
import type { AnsweredView } from './view-types'

type ItemViewProps = { item: AnsweredView; ability: Ability; difficulty: 1 | 2 | 3 }

/** An item with its key, as those who make quizzes read it. */
export function ItemView({ item, ability, difficulty }: ItemViewProps) {
  const { t } = useTranslation('quiz')
  return (
    <div className="grid gap-4">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-soft">
        <TypeTag type={item.type} />
        <span>{t(`ability.${ability}`)}</span>
        <DifficultyDots difficulty={difficulty} hasWord />
      </p>
      <SituationScene {...item} />
      {item.type === 'cloze' ? null : (
        <p className="whitespace-pre-line break-words text-title font-medium">{item.stem}</p>
      )}
      <AnsweredPartsView answered={item} />
      <div>
        <h3 className="mb-1">{t('answered.why')}</h3>
        <AnswerNotes answered={item} />
      </div>
    </div>
  )
}
