import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { joinClasses } from '../ui/join-classes'
import { BottomBar } from './bottom-bar'
import { KeyboardHelp } from './keyboard-help'
import { OfflineNote } from './offline-note'
import { TopBar } from './top-bar'
import type { FrameView } from './view-types'

type AppShellProps = {
  frame: FrameView
  path: string
  /** `talk` fills the window; on the phone it leaves the bars out, so that the talk has all the room. */
  layout?: 'page' | 'talk'
  children: ReactNode
}

export function AppShell({ frame, path, layout = 'page', children }: AppShellProps) {
  const { t } = useTranslation('frame')
  const isTalk = layout === 'talk'
  return (
    <div className={joinClasses('flex flex-col', isTalk ? 'h-dvh' : 'min-h-dvh')}>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:left-4 focus:top-2 focus:z-20 focus:rounded-card focus:bg-teal focus:px-4 focus:py-2 focus:text-on-teal"
      >
        {t('skip')}
      </a>
      <div className={isTalk ? 'hidden md:block' : undefined}>
        <TopBar frame={frame} path={path} />
      </div>
      <OfflineNote />
      <main id="main" tabIndex={-1} className={joinClasses('flex-1 outline-none', isTalk && 'min-h-0')}>
        {children}
      </main>
      {isTalk ? null : <BottomBar frame={frame} path={path} />}
      <KeyboardHelp />
    </div>
  )
}
