import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/app-link'
import { joinClasses } from '../ui/join-classes'
import { findPlace } from './find-place'
import { PlaceIcon } from './place-icon'
import type { FrameView } from './view-types'

/** The places under the thumb; a fifth only for those who have one more door. */
export function BottomBar({ frame, path }: { frame: FrameView; path: string }) {
  const { t } = useTranslation('frame')
  if (!frame.user) return null
  const here = findPlace(frame.places, path.split('?')[0] ?? path)
  return (
    <nav
      aria-label={t('mainPlaces')}
      className="sticky bottom-0 z-10 border-t border-hairline bg-surface pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      <ul className="flex">
        {frame.places.map((place) => (
          <li key={place.id} className="min-w-0 flex-1">
            <AppLink
              to={place.to}
              aria-current={place.id === here?.id ? 'page' : undefined}
              className={joinClasses(
                'flex min-h-14 flex-col items-center justify-center gap-0.5 px-1 text-small leading-tight',
                place.id === here?.id ? 'font-medium text-teal' : 'text-ink-soft',
              )}
            >
              <PlaceIcon id={place.id} />
              <span className="max-w-full truncate">{t(`place.${place.id}`)}</span>
            </AppLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
