import { useTranslation } from 'react-i18next'
import type { MissingCharacter } from '~/domain/print-ports'
import { Card } from '../ui/card'

/** What the font could not show, and what stands in its place. */
export function MissingTable({ missing }: { missing: readonly MissingCharacter[] }) {
  const { t } = useTranslation('print')
  return (
    <Card title={t('missing.title', { count: missing.length })} lead={t('missing.lead')} tone="weak">
      <div className="overflow-x-auto">
        <table className="w-full text-left text-small">
          <thead>
            <tr className="border-b border-edge">
              <th className="py-2 pr-4 font-medium">{t('missing.character')}</th>
              <th className="py-2 pr-4 font-medium">{t('missing.shownAs')}</th>
              <th className="py-2 font-medium">{t('missing.times')}</th>
            </tr>
          </thead>
          <tbody>
            {missing.map((one) => (
              <tr key={one.codePoint} className="border-b border-hairline">
                <td className="py-2 pr-4">
                  {one.character} <span className="text-ink-soft">{one.codePoint}</span>
                </td>
                <td className="py-2 pr-4">{one.shownAs}</td>
                <td className="py-2">{one.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
