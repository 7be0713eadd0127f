import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { Badge } from '../ui/badge'
import { Button, buttonClasses } from '../ui/button'
import { Card } from '../ui/card'
import { formatMoment } from '../ui/format-date'
import { MissingTable } from './missing-table'
import { PrintButton } from './print-button'
import { PRINT_TONES } from './print-list'
import type { PrintView } from './view-types'

/** How far a print is, and what can be done with it. The form posts `cancel` to its own page. */
export function PrintStatusCard({ print }: { print: PrintView }) {
  const { t } = useTranslation('print')
  const isOpen = print.status === 'waiting' || print.status === 'running'
  return (
    <div className="grid gap-6">
      <Card>
        <div className="grid gap-4">
          <div className="flex flex-wrap items-center gap-3" role="status">
            <Badge tone={PRINT_TONES[print.status]}>{t(`status.${print.status}`)}</Badge>
            <StatusText print={print} />
          </div>
          {isOpen ? <ProgressBar label={t('job.progress')} /> : null}
          <Actions print={print} isOpen={isOpen} />
          {isOpen ? <p className="text-small text-ink-soft">{t('job.leave')}</p> : null}
        </div>
      </Card>
      {print.missing.length > 0 ? <MissingTable missing={print.missing} /> : null}
    </div>
  )
}

function StatusText({ print }: { print: PrintView }) {
  const { t, i18n } = useTranslation('print')
  switch (print.status) {
    case 'waiting':
      return <p>{t('job.waiting')}</p>
    case 'running':
      return <p>{print.pagesDone > 0 ? t('job.running', { pages: print.pagesDone }) : t('job.runningStart')}</p>
    case 'done':
      return (
        <p>
          {t('job.done', {
            pages: print.pagesDone,
            at: formatMoment(print.finishedAt ?? print.createdAt, i18n.language),
          })}
        </p>
      )
    case 'failed':
      return <p className="min-w-0">{t(`failure.${print.reason ?? 'broken'}`)}</p>
    case 'cancelled':
      return <p>{t('job.cancelled')}</p>
  }
}

/** How many pages there will be is known only at the end: a bar that moves, and the count in words above it. */
function ProgressBar({ label }: { label: string }) {
  return (
    <div role="progressbar" aria-label={label} className="h-2 overflow-hidden rounded-full bg-sunken">
      <div className="h-full w-1/3 rounded-full bg-teal motion-safe:animate-pulse" />
    </div>
  )
}

function Actions({ print, isOpen }: { print: PrintView; isOpen: boolean }) {
  const { t } = useTranslation('print')
  if (print.status === 'done')
    return (
      <div className="flex flex-wrap gap-3">
        <a href={`/prints/${print.id}/file`} className={buttonClasses('primary')} download>
          <Download aria-hidden className="size-4" />
          {t('job.download')}
        </a>
        <PrintButton kind={print.kind} subjectId={print.subjectId} label={t('job.again')} />
      </div>
    )
  if (isOpen)
    return (
      <AppForm method="post" className="w-fit">
        <Button type="submit" name="intent" value="cancel">
          {t('job.cancel')}
        </Button>
      </AppForm>
    )
  return (
    <div className="w-fit">
      <PrintButton kind={print.kind} subjectId={print.subjectId} tone="primary" label={t('job.again')} />
    </div>
  )
}
