import { WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** Says so when the line is gone, and what is safe. */
export function OfflineNote() {
  const { t } = useTranslation('frame')
  const [isOffline, setIsOffline] = useState(false)
  useEffect(() => {
    const update = () => setIsOffline(!navigator.onLine)
    update()
    window.addEventListener('online', update)
    window.addEventListener('offline', update)
    return () => {
      window.removeEventListener('online', update)
      window.removeEventListener('offline', update)
    }
  }, [])
  return (
    <div role="status" className="print:hidden">
      {isOffline ? (
        <p className="flex items-start justify-center gap-2 bg-weak-soft px-4 py-2 text-small text-weak-ink">
          <WifiOff aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t('offline')}
        </p>
      ) : null}
    </div>
  )
}
