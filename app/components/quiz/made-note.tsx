import { useTranslation } from 'react-i18next'
import { Card } from '../ui/card'

export type MadeNoteView = {
  made: number
  requested: number
  rejected: number
  engine: 'llm' | 'embedded' | null
  hasFallenBack: boolean
}

/** What came of making a quiz: how many items, and why not more. */
export function MadeNote({ note }: { note: MadeNoteView }) {
  const { t } = useTranslation('quiz')
  const isShort = note.made < note.requested
  return (
    <Card tone={isShort ? 'weak' : 'good'} className="mb-6">
      <div role="status" className="grid gap-1">
        <p className="font-medium">
          {isShort
            ? t('made.short', { requested: note.requested, made: note.made })
            : t('made.all', { made: note.made })}
        </p>
        <p className="text-small">
          {isShort ? `${t('made.why')} ` : ''}
          {note.rejected > 0 ? t('made.rejected', { count: note.rejected }) : ''}{' '}
          {note.engine ? t(`made.engine.${note.engine}`) : ''}
          {note.hasFallenBack ? ` ${t('made.fellBack')}` : ''}
        </p>
        <p className="text-small">{t('made.next')}</p>
      </div>
    </Card>
  )
}
