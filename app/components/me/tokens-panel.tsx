import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { TextField } from '../ui/field'
import { formatDay } from '../ui/format-date'

type TokensPanelProps = { tokens: readonly { id: string; name: string; createdAt: string }[]; madeToken: string | null }

/** Bearer tokens for the API. Posts `tokenName` to make one, `tokenId` to delete one. */
export function TokensPanel({ tokens, madeToken }: TokensPanelProps) {
  const { t, i18n } = useTranslation('admin')
  return (
    <Card title={t('tokens.title')} lead={t('tokens.lead')}>
      {madeToken ? (
        <div role="status" className="mb-4 rounded-card bg-good-soft p-3 text-good-ink">
          <p>{t('tokens.made')}</p>
          <code className="mt-1 block select-all break-all">{madeToken}</code>
        </div>
      ) : null}
      {tokens.length === 0 ? <p className="text-ink-soft">{t('tokens.none')}</p> : null}
      <ul className="divide-y divide-hairline">
        {tokens.map((token) => (
          <li key={token.id} className="flex items-center gap-3 py-3">
            <KeyRound aria-hidden className="size-5 shrink-0 text-ink-faint" />
            <p className="min-w-0 flex-1">
              {token.name} <span className="text-small text-ink-soft">{formatDay(token.createdAt, i18n.language)}</span>
            </p>
            <AppForm method="post">
              <Button type="submit" size="small" name="tokenId" value={token.id}>
                {t('tokens.delete')}
              </Button>
            </AppForm>
          </li>
        ))}
      </ul>
      <AppForm method="post" className="mt-4 flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-48">
          <TextField name="tokenName" label={t('tokens.name')} maxLength={60} required />
        </div>
        <Button type="submit">{t('tokens.make')}</Button>
      </AppForm>
    </Card>
  )
}
