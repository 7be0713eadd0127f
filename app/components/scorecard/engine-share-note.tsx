import { CloudOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { EngineShare } from '~/domain/judging/observe-with-model/describe-engines'

/** On how many turns of a talk on a language model the built-in engine was alone; nothing when it never was. */
export function EngineShareNote({ share }: { share: EngineShare | null }) {
  const { t } = useTranslation('scorecard')
  if (!share) return null
  const { turns, heardByEmbedded, spokenByEmbedded } = share
  const parts = [
    ...(heardByEmbedded > 0 ? [t('engineShare.heard', { turns: heardByEmbedded })] : []),
    ...(spokenByEmbedded > 0 ? [t('engineShare.spoken', { turns: spokenByEmbedded })] : []),
  ]
  return (
    <p data-engine-share className="flex items-start gap-1.5 px-1 text-small text-ink-soft">
      <CloudOff aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t('engineShare.text', { total: turns, parts: parts.join(t('engineShare.and')) })}
    </p>
  )
}
