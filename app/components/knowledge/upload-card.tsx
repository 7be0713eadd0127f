import { FileUp } from 'lucide-react'
import { type DragEvent, type FormEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DOCUMENT_KINDS } from '~/domain/knowledge/passage'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { SelectField } from '../ui/field'
import { joinClasses } from '../ui/join-classes'
import { ImportResult } from './import-result'
import { sendFiles } from './send-files'
import { useImport } from './use-import'
import type { ImportView } from './view-types'

export const UPLOAD_TYPES = '.md,.markdown,.txt,.html,.htm,.pdf,.docx,.json'

type UploadCardProps = {
  /** Where the form goes without a script. */
  action: string
  /** The import that a form without a script has just started. */
  started: ImportView | null
  /** The list is out of date. */
  onEnd: () => void
}
type Sending = { status: 'idle' } | { status: 'sending'; share: number } | { status: 'failed'; reason: string }

/** Files by drag and drop or by choosing, with the progress of sending and of each file. Works as a plain form too. */
export function UploadCard({ action, started, onEnd }: UploadCardProps) {
  const { t } = useTranslation('knowledge')
  const formRef = useRef<HTMLFormElement>(null)
  const [files, setFiles] = useState<readonly File[]>([])
  const [sending, setSending] = useState<Sending>({ status: 'idle' })
  const [importId, setImportId] = useState<string | null>(started?.importId ?? null)
  const state = useImport(importId, started, onEnd)

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (files.length === 0) return
    setSending({ status: 'sending', share: 0 })
    const kind = String(new FormData(formRef.current!).get('kind'))
    const result = await sendFiles(
      files,
      kind,
      (share) => setSending({ status: 'sending', share }),
      t('upload.offline'),
    )
    if (result.status === 'failed') return setSending(result)
    setSending({ status: 'idle' })
    setFiles([])
    formRef.current?.reset()
    setImportId(result.importId)
  }
  return (
    <Card title={t('upload.title')} lead={t('upload.lead')}>
      <form
        ref={formRef}
        method="post"
        action={action}
        encType="multipart/form-data"
        onSubmit={send}
        className="grid gap-4"
      >
        <DropZone files={files} onFiles={setFiles} />
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-56 flex-1">
            <SelectField
              name="kind"
              label={t('upload.kind')}
              defaultValue="guide"
              options={DOCUMENT_KINDS.toReversed().map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
          </div>
          <Button type="submit" tone="primary" isBusy={sending.status === 'sending'}>
            {t('upload.start')}
          </Button>
        </div>
        <p
          role="status"
          className={sending.status === 'failed' ? 'text-small font-medium text-breach' : 'text-small text-ink-soft'}
        >
          {sending.status === 'sending' ? t('upload.sending', { percent: Math.round(sending.share * 100) }) : null}
          {sending.status === 'failed' ? t('upload.failed', { reason: sending.reason }) : null}
        </p>
      </form>
      {state ? <ImportResult state={state} /> : null}
    </Card>
  )
}

function DropZone({ files, onFiles }: { files: readonly File[]; onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation('knowledge')
  const inputId = useId()
  const [isOver, setIsOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    if (event.dataTransfer.files.length > 0) onFiles([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the labelled box inside does the same by key
    <div
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
      className={joinClasses(
        'grid justify-items-center gap-2 rounded-card border-2 border-dashed px-4 py-8 text-center transition-colors duration-150',
        isOver ? 'border-teal bg-teal-soft' : 'border-edge/60',
      )}
    >
      <FileUp aria-hidden className="size-8 text-ink-faint" />
      {/* The box itself is out of sight; its label, which works without a script too, stands for it. */}
      <input
        id={inputId}
        type="file"
        name="files"
        multiple
        accept={UPLOAD_TYPES}
        onChange={(event) => onFiles([...(event.target.files ?? [])])}
        className="peer sr-only"
      />
      <p className="rounded-card peer-focus-visible:outline-2 peer-focus-visible:outline-teal peer-focus-visible:outline-offset-2">
        {t('upload.drop')}{' '}
        <label
          htmlFor={inputId}
          className="inline-flex min-h-9 items-center font-medium text-teal underline underline-offset-4 hover:text-teal-strong"
        >
          {t('upload.choose')}
        </label>
      </p>
      {files.length > 0 ? (
        <p role="status" className="max-w-full break-all text-small text-ink-soft">
          {t('upload.chosen', { count: files.length })}
          <span className="line-clamp-2">{files.map((file) => file.name).join('、')}</span>
        </p>
      ) : null}
    </div>
  )
}
