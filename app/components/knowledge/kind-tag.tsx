import { BookMarked, Package, Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '~/domain/knowledge/passage'
import { Tag } from '../ui/badge'

const ICONS = { regulation: Scale, product: Package, guide: BookMarked }

export function KindTag({ kind }: { kind: DocumentKind }) {
  const { t } = useTranslation('knowledge')
  const Icon = ICONS[kind]
  return (
    <Tag className="shrink-0 gap-1 whitespace-nowrap">
      <Icon aria-hidden className="size-3.5" />
      {t(`kind.${kind}`)}
    </Tag>
  )
}
