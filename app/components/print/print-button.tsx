import { Award, Printer } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CertificateKind, PrintKind } from '~/domain/print-ports'
import { AppForm } from '../ui/app-form'
import { Button, type ButtonTone } from '../ui/button'

type PrintButtonProps = { kind: PrintKind; subjectId: string; tone?: ButtonTone; label?: string }

/** Begins a print and leads to the page that shows how far it is. */
export function PrintButton({ kind, subjectId, tone, label }: PrintButtonProps) {
  const { t } = useTranslation('print')
  return (
    <AppForm method="post" action="/prints?index">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="subjectId" value={subjectId} />
      <Button type="submit" icon={<Printer aria-hidden className="size-4" />} {...(tone && { tone })}>
        {label ?? t(`make.${kind}`)}
      </Button>
    </AppForm>
  )
}

/** Asks for the certificate of something passed. @param id of the attempt, of the talk, of the course. */
export function CertificateButton({ kind, id }: { kind: CertificateKind; id: string }) {
  const { t } = useTranslation('print')
  return (
    <AppForm method="post" action="/certificates?index">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit" icon={<Award aria-hidden className="size-4" />}>
        {t('certificate.get')}
      </Button>
    </AppForm>
  )
}
