import { useTranslation } from 'react-i18next'
import type { Mood } from '~/domain/roleplay/client-state'
import { ClientFace } from '../face/client-face'
import type { ClientView } from '../face/view-types'
import { Button, ButtonLink } from '../ui/button'
import { ModalDialog } from '../ui/modal-dialog'
import type { EndView } from './view-types'

type AskEndDialogProps = { isOpen: boolean; isBusy: boolean; onStay: () => void; onEnd: () => void }

/** Asks before the trainee ends the talk. */
export function AskEndDialog({ isOpen, isBusy, onStay, onEnd }: AskEndDialogProps) {
  const { t } = useTranslation('talk')
  return (
    <ModalDialog isOpen={isOpen} onClose={onStay} title={t('end.askTitle')}>
      <p>{t('end.askText')}</p>
      <div className="mt-5 flex flex-wrap gap-3">
        <Button tone="primary" onClick={onEnd} isBusy={isBusy}>
          {t('end.askYes')}
        </Button>
        <Button onClick={onStay} disabled={isBusy}>
          {t('end.askNo')}
        </Button>
      </div>
    </ModalDialog>
  )
}

const FACES: Record<EndView['reason'], Mood> = {
  'client-red-line': 'closed',
  'client-impatient': 'annoyed',
  'client-agreed': 'warm',
  'client-done': 'neutral',
  trainee: 'neutral',
  time: 'neutral',
}

type EndedDialogProps = { isOpen: boolean; client: ClientView; end: EndView; onClose: () => void }

/** How the talk ended, with the client's parting words; the way on is the scorecard. */
export function EndedDialog({ isOpen, client, end, onClose }: EndedDialogProps) {
  const { t } = useTranslation('talk')
  return (
    <ModalDialog isOpen={isOpen} onClose={onClose} title={t(`end.title.${end.reason}`, { who: client.address })}>
      <div className="flex flex-wrap items-start gap-4 sm:flex-nowrap">
        <ClientFace client={client} mood={FACES[end.reason]} size="large" />
        <div className="grid min-w-0 gap-3">
          {end.partingWords ? (
            <figure>
              <figcaption className="text-small text-ink-soft">{t('end.parting', { who: client.address })}</figcaption>
              <blockquote className="border-l-2 border-clay pl-3">{end.partingWords}</blockquote>
            </figure>
          ) : null}
          <p>{t(`end.text.${end.reason}`)}</p>
          <div>
            <ButtonLink to={end.scorecardHref} tone="primary">
              {t('end.scorecard')}
            </ButtonLink>
          </div>
        </div>
      </div>
    </ModalDialog>
  )
}

/** Stands where the message box was, once the talk is over. */
export function EndedNote({ end }: { end: EndView }) {
  const { t } = useTranslation('talk')
  return (
    <div className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 border-t border-hairline bg-sunken px-4 py-3">
      <p>{t('composer.ended')}</p>
      <ButtonLink to={end.scorecardHref} tone="primary">
        {t('end.scorecard')}
      </ButtonLink>
    </div>
  )
}
