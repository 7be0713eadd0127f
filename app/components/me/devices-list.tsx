import { MonitorSmartphone } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { formatMoment } from '../ui/format-date'
import type { DeviceView } from './view-types'

/** Where I am signed in. A button posts `deviceId` to `action`. */
export function DevicesList({ devices, action = '/me/devices' }: { devices: readonly DeviceView[]; action?: string }) {
  const { t, i18n } = useTranslation('me')
  return (
    <Card title={t('devices.title')}>
      <ul className="divide-y divide-hairline">
        {devices.map((device) => (
          <li key={device.id} className="flex items-center gap-3 py-3 first:pt-0 last:pb-0">
            <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-ink-faint" />
            <div className="min-w-0 flex-1">
              <p>{device.label}</p>
              <p className="text-small text-ink-soft">
                {t('devices.lastSeen', { when: formatMoment(device.lastSeenAt, i18n.language) })}
              </p>
            </div>
            {device.isThis ? (
              <Badge tone="teal">{t('devices.this')}</Badge>
            ) : (
              <AppForm method="post" action={action}>
                <Button type="submit" size="small" name="deviceId" value={device.id}>
                  {t('devices.signOut')}
                </Button>
              </AppForm>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
