import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/app-link'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { formatDay } from '../ui/format-date'
import { linkToPassage } from './link-to'
import type { PassageView, VersionView } from './view-types'

export type PieceView = PassageView & { headings: string[]; address: string | null }

/** A text with its chapters, articles and clauses, each with a link of its own. */
export function TextStructure({ pieces, version }: { pieces: readonly PieceView[]; version: VersionView }) {
  const { t } = useTranslation('knowledge')
  const shown = pieces.map((piece, i) => ({ piece, fresh: listFresh(piece.headings, pieces[i - 1]?.headings ?? []) }))
  return (
    <Card
      title={t('document.structure')}
      lead={t('list.version', { version: version.label })}
      aside={t('list.passages', { count: pieces.length })}
    >
      <div className="grid gap-4">
        {shown.map(({ piece, fresh }) => (
          <div key={piece.id} id={piece.id} className="scroll-mt-4">
            {fresh.map((heading) => (
              <h3
                key={heading.text}
                className={
                  heading.level === 0 ? 'mb-2 mt-4 border-b border-hairline pb-1 text-title' : 'mb-2 mt-2 text-body'
                }
              >
                {heading.text}
              </h3>
            ))}
            <Piece piece={piece} version={version} />
          </div>
        ))}
      </div>
    </Card>
  )
}

/** Headings that the piece before did not stand under. */
function listFresh(headings: readonly string[], before: readonly string[]): { text: string; level: number }[] {
  const same = headings.findIndex((heading, i) => heading !== before[i])
  return same === -1 ? [] : headings.slice(same).map((text, i) => ({ text, level: same + i }))
}

function Piece({ piece, version }: { piece: PieceView; version: VersionView }) {
  const { t } = useTranslation('knowledge')
  return (
    <article className="grid gap-1 md:grid-cols-[6rem_minmax(0,1fr)] md:gap-4">
      <p className="flex flex-wrap items-baseline gap-2">
        <AppLink
          to={linkToPassage(piece.id)}
          className="min-w-0 break-words font-medium text-teal underline underline-offset-4"
        >
          {piece.address ?? '¶'}
          <span className="sr-only">{piece.path}</span>
        </AppLink>
        {piece.page === undefined ? null : (
          <span className="text-small text-ink-soft">{t('document.page', { page: piece.page })}</span>
        )}
      </p>
      <div className="min-w-0">
        <p className="whitespace-pre-line break-words">{piece.text}</p>
        <OwnDates piece={piece} version={version} />
      </div>
    </article>
  )
}

/** Only where an article is in force at other times than its text. */
function OwnDates({ piece, version }: { piece: PieceView; version: VersionView }) {
  const { t, i18n } = useTranslation('knowledge')
  const day = (iso: string) => formatDay(iso, i18n.language, true)
  const { effectiveFrom: from, effectiveTo: to } = piece
  const notes: string[] = []
  if (!from && !to && !piece.isInForce) notes.push(t('document.superseded'))
  if (from === '9999-12-31') notes.push(t('document.notYet'))
  else if (from && from !== version.effectiveFrom) notes.push(t('document.ownDate', { day: day(from) }))
  if (to && to !== version.effectiveTo) notes.push(t('document.ended', { day: day(to) }))
  if (notes.length === 0) return null
  return (
    <p className="mt-1">
      <Badge tone="weak">{notes.join(' · ')}</Badge>
    </p>
  )
}
