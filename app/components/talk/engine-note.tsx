import { CloudOff, EarOff, RotateCw, ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { EngineNote as EngineNoteName } from '~/domain/judging/observe-with-model/describe-engines'

const ICONS: Partial<Record<EngineNoteName, typeof CloudOff>> = {
  data: ShieldCheck,
  back: RotateCw,
  'judge-back': RotateCw,
  'both-back': RotateCw,
  'judge-away': EarOff,
  'judge-budget': EarOff,
}

/** Under the client's words: why the built-in client spoke or the built-in judge listened alone, or that the model is back. */
export function EngineNote({ note, isFresh }: { note: EngineNoteName; isFresh: boolean }) {
  const { t } = useTranslation('talk')
  const Icon = ICONS[note] ?? CloudOff
  return (
    <p
      role={isFresh ? 'status' : undefined}
      data-engine-note={note}
      className="flex max-w-[34rem] items-start gap-1.5 pl-12 text-small text-ink-soft"
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t(`engineNote.${note}`)}
    </p>
  )
}
