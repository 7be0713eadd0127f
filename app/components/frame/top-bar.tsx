import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/app-link'
import { joinClasses } from '../ui/join-classes'
import { BrandMark } from './brand-mark'
import { findPlace } from './find-place'
import { LanguageSwitch, ThemeSwitch } from './preference-switches'
import type { FrameView } from './view-types'

type TopBarProps = {
  frame: FrameView
  /** Path of this page, with its search: where the switches come back to. */
  path: string
}

export function TopBar({ frame, path }: TopBarProps) {
  const { t } = useTranslation('frame')
  const here = findPlace(frame.places, path.split('?')[0] ?? path)
  return (
    <header className="border-b border-hairline bg-paper print:hidden">
      <div className="mx-auto flex h-14 max-w-[80rem] items-center gap-2 px-4 lg:px-8">
        <AppLink to="/" className="flex shrink-0 items-center gap-2.5 rounded-card py-1 pr-2 font-bold hover:text-teal">
          <BrandMark className="size-8 shrink-0" />
          <span>{t('product')}</span>
        </AppLink>
        {here ? (
          <span className="min-w-0 truncate border-l border-hairline pl-3 text-ink-soft md:hidden" aria-hidden="true">
            {t(`place.${here.id}`)}
          </span>
        ) : null}
        {frame.user ? <PlaceTabs frame={frame} hereId={here?.id} /> : null}
        <div className="ml-auto flex shrink-0 items-center">
          <LanguageSwitch locale={frame.locale} path={path} />
          <ThemeSwitch theme={frame.theme} path={path} />
          {frame.user ? <MeLink name={frame.user.name} isHere={here?.id === 'me'} /> : null}
        </div>
      </div>
    </header>
  )
}

function PlaceTabs({ frame, hereId }: { frame: FrameView; hereId: string | undefined }) {
  const { t } = useTranslation('frame')
  return (
    <nav aria-label={t('mainPlaces')} className="ml-4 hidden h-full md:block">
      <ul className="flex h-full">
        {frame.places
          .filter((place) => place.id !== 'me')
          .map((place) => (
            <li key={place.id} className="h-full">
              <AppLink
                to={place.to}
                prefetch="intent"
                aria-current={place.id === hereId ? 'page' : undefined}
                className={joinClasses(
                  'flex h-full items-center border-b-2 px-4 transition-colors duration-150',
                  place.id === hereId
                    ? 'border-teal font-medium text-ink'
                    : 'border-transparent text-ink-soft hover:text-ink',
                )}
              >
                {t(`place.${place.id}`)}
              </AppLink>
            </li>
          ))}
      </ul>
    </nav>
  )
}

/** Chinese names are known by their last sign, others by their first letter. */
function initialOf(name: string): string {
  const signs = [...name.trim()]
  return (/^\p{Script=Han}/u.test(name) ? signs.at(-1) : signs[0]?.toUpperCase()) ?? '?'
}

function MeLink({ name, isHere }: { name: string; isHere: boolean }) {
  const { t } = useTranslation('frame')
  return (
    <AppLink
      to="/me"
      aria-current={isHere ? 'page' : undefined}
      title={name}
      className="ml-1 hidden min-h-11 items-center gap-2 rounded-card px-2 hover:bg-sunken md:inline-flex"
    >
      <span
        aria-hidden="true"
        className="flex size-8 items-center justify-center rounded-full bg-teal-soft text-small font-bold text-teal-ink"
      >
        {initialOf(name)}
      </span>
      <span className="hidden max-w-40 truncate text-small text-ink-soft lg:inline">{name}</span>
      <span className="sr-only">{t('place.me')}</span>
    </AppLink>
  )
}
