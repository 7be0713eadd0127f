import { ArrowLeft, DoorOpen, GraduationCap } from 'lucide-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Mood } from '~/domain/roleplay/client-state'
import { ClientFace } from '../face/client-face'
import type { ClientView } from '../face/view-types'
import { AppLink } from '../ui/app-link'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { ModalDialog } from '../ui/modal-dialog'
import { ConnectionState } from './connection-state'
import type { ConnectionStatus, TalkMode } from './view-types'

type TalkLayoutProps = {
  title: string
  backHref: string
  client: ClientView
  mood: Mood
  isThinking: boolean
  mode: TalkMode
  connection: ConnectionStatus
  /** Changes with every new note of the coach: the phone shows a dot until the sheet is opened. */
  coachNewsKey: string | null
  hasEnded: boolean
  onEnd: () => void
  clientPanel: ReactNode
  messages: ReactNode
  composer: ReactNode
  coachPanel: ReactNode
}

/** Three columns on a desk; on the phone the talk has all the room, client and coach rise as sheets. */
export function TalkLayout(props: TalkLayoutProps) {
  const { t } = useTranslation('talk')
  const [sheet, setSheet] = useState<'client' | 'coach' | null>(null)
  const [seenNews, setSeenNews] = useState(props.coachNewsKey)
  const hasNews = props.coachNewsKey !== null && props.coachNewsKey !== seenNews
  useEffect(() => {
    if (sheet === 'coach') setSeenNews(props.coachNewsKey)
  }, [sheet, props.coachNewsKey])
  const coachRef = useTopOnNews(props.coachNewsKey)

  return (
    <div className="flex h-full min-h-0">
      <aside
        aria-label={t('panel.client')}
        className="hidden w-72 shrink-0 overflow-y-auto border-r border-hairline p-6 lg:block"
      >
        {props.clientPanel}
      </aside>
      <section aria-label={t('panel.talk')} className="flex min-w-0 flex-1 flex-col">
        <TalkHeader {...props} hasNews={hasNews} onOpen={setSheet} />
        <noscript>
          <p className="bg-weak-soft px-6 py-3">{t('panel.noScript')}</p>
        </noscript>
        {props.messages}
        {props.composer}
      </section>
      <aside
        ref={coachRef}
        aria-label={t('panel.coach')}
        className="hidden w-80 shrink-0 overflow-y-auto border-l border-hairline bg-surface p-6 lg:block"
      >
        {props.coachPanel}
      </aside>
      <ModalDialog
        isOpen={sheet === 'client'}
        onClose={() => setSheet(null)}
        title={t('panel.client')}
        placement="sheet"
      >
        {props.clientPanel}
      </ModalDialog>
      <ModalDialog isOpen={sheet === 'coach'} onClose={() => setSheet(null)} title={t('panel.coach')} placement="sheet">
        {props.coachPanel}
      </ModalDialog>
    </div>
  )
}

/** A new note stands at the top of the coach's column: who has read further down in it sees it all the same. */
function useTopOnNews(newsKey: string | null) {
  const columnRef = useRef<HTMLElement>(null)
  useEffect(() => {
    if (newsKey !== null) columnRef.current?.scrollTo({ top: 0 })
  }, [newsKey])
  return columnRef
}

type TalkHeaderProps = TalkLayoutProps & { hasNews: boolean; onOpen: (sheet: 'client' | 'coach') => void }

function TalkHeader(props: TalkHeaderProps) {
  const { title, backHref, client, mood, isThinking, mode, connection, hasEnded, onEnd, hasNews, onOpen } = props
  const { t } = useTranslation(['talk', 'scorecard'])
  return (
    <header className="flex min-h-14 items-center gap-1 border-b border-hairline bg-paper px-2 lg:gap-3 lg:px-6">
      <AppLink
        to={backHref}
        className="inline-flex size-11 shrink-0 items-center justify-center rounded-card text-ink-soft hover:bg-sunken lg:-ml-3"
      >
        <ArrowLeft aria-hidden className="size-5" />
        <span className="sr-only">{t('scorecard:actions.back')}</span>
      </AppLink>
      <button
        type="button"
        onClick={() => onOpen('client')}
        className="flex min-w-0 flex-1 items-center gap-2 rounded-card py-1 pr-2 text-left hover:bg-sunken lg:hidden"
      >
        <ClientFace client={client} mood={mood} isThinking={isThinking} isLive isDecorative size="small" />
        <span className="min-w-0 leading-snug">
          <span className="block truncate font-bold">{client.name}</span>
          <span className="block truncate text-small text-clay-ink">
            {isThinking ? t('mood.thinking') : t(`mood.${mood}`)}
          </span>
        </span>
        <span className="sr-only">{t('panel.openClient')}</span>
      </button>
      <h1 className="min-w-0 flex-1 truncate text-body max-lg:sr-only">{title}</h1>
      {mode === 'exam' ? (
        <Badge tone="plain" icon={<GraduationCap aria-hidden className="size-3.5" />} className="max-lg:hidden">
          {t('panel.exam')}
        </Badge>
      ) : null}
      <span className="max-lg:hidden">
        <ConnectionState status={connection} />
      </span>
      <span className="shrink-0 lg:hidden">
        <ConnectionState status={connection} isShort />
      </span>
      <Button size="small" tone="quiet" className="lg:hidden" onClick={() => onOpen('coach')}>
        <span className="relative">
          <GraduationCap aria-hidden className="size-5" />
          {hasNews ? (
            <span className="absolute -right-1.5 -top-1 size-2.5 rounded-full border-2 border-paper bg-teal" />
          ) : null}
        </span>
        <span className="sr-only">
          {t('panel.openCoach')}
          {hasNews ? ` (${t('panel.coachNews')})` : ''}
        </span>
      </Button>
      {hasEnded ? null : (
        <Button
          size="small"
          tone="plain"
          onClick={onEnd}
          icon={<DoorOpen aria-hidden className="size-4" />}
          className="shrink-0"
        >
          <span className="max-sm:sr-only">{t('panel.end')}</span>
        </Button>
      )}
    </header>
  )
}
