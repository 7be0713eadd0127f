import { useTranslation } from 'react-i18next'
import { ClientFace } from '../face/client-face'
import type { ClientView } from '../face/view-types'

type SituationSceneProps = { situation: string | null; clientSays: string | null; client: ClientView | null }

/** Where one is, and what the client has just said. */
export function SituationScene({ situation, clientSays, client }: SituationSceneProps) {
  const { t } = useTranslation('quiz')
  if (!situation && !clientSays) return null
  return (
    <div className="grid gap-3">
      {situation ? <p className="text-ink-soft">{situation}</p> : null}
      {clientSays ? (
        <div className="flex items-end gap-2">
          {client ? <ClientFace client={client} mood="curious" size="medium" isDecorative /> : null}
          <p className="min-w-0 max-w-[34rem] rounded-card rounded-bl-sm border border-clay/25 bg-clay-soft px-4 py-2.5 text-clay-ink">
            <span className="mb-0.5 block text-small font-medium">{client?.address ?? t('question.client')}</span>
            <span className="whitespace-pre-line">{clientSays}</span>
          </p>
        </div>
      ) : null}
    </div>
  )
}
