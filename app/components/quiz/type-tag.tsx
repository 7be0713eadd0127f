import { useTranslation } from 'react-i18next'
import type { ItemType } from '~/domain/quiz/item'
import { Tag } from '../ui/badge'

export function TypeTag({ type }: { type: ItemType }) {
  const { t } = useTranslation('quiz')
  return <Tag className="shrink-0 whitespace-nowrap">{t(`type.${type}`)}</Tag>
}
