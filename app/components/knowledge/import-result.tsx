import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/app-link'
import { Badge } from '../ui/badge'
import { FlagLines } from './flag-list'
import { linkToDocument } from './link-to'
import type { ImportFileView, ImportView } from './view-types'

const TONES = { waiting: 'plain', running: 'teal', imported: 'good', duplicate: 'plain', refused: 'breach' } as const

/** How far an import is, and what became of each file. */
export function ImportResult({ state }: { state: ImportView }) {
  const { t } = useTranslation('knowledge')
  const count = (status: ImportFileView['status']) => state.files.filter((file) => file.status === status).length
  const done = state.files.length - count('waiting') - count('running')
  const isRunning = state.status === 'running'
  const words = isRunning
    ? t('import.progress', { total: state.files.length, done })
    : t('import.done', { imported: count('imported'), duplicate: count('duplicate'), refused: count('refused') })
  return (
    <div className="grid gap-3">
      <div role="status">
        <p className="font-medium">{words}</p>
        {isRunning ? <p className="text-small text-ink-soft">{t('import.safe')}</p> : null}
      </div>
      {isRunning ? (
        <progress value={done} max={state.files.length} aria-label={words} className="h-2 w-full accent-teal" />
      ) : null}
      <FileLines files={state.files} />
    </div>
  )
}

function FileLines({ files }: { files: readonly ImportFileView[] }) {
  // Positions are the only name of a file: two may be called the same.
  const named = files.map((file, i) => ({ file, key: `${i} ${file.name}` }))
  return (
    <ul
      className="max-h-96 divide-y divide-hairline overflow-y-auto rounded-card border border-hairline"
      tabIndex={files.length > 8 ? 0 : undefined}
    >
      {named.map(({ file, key }) => (
        <FileLine key={key} file={file} />
      ))}
    </ul>
  )
}

function FileLine({ file }: { file: ImportFileView }) {
  const { t, i18n } = useTranslation('knowledge')
  const reason = i18n.language === 'en' ? file.reasonEn : file.reason
  return (
    <li className="grid gap-1 px-3 py-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="min-w-0 break-all">
          {file.documentId ? (
            <AppLink to={linkToDocument(file.documentId)} className="hover:text-teal">
              {file.name}
            </AppLink>
          ) : (
            file.name
          )}
          {file.passages === undefined ? null : (
            <span className="ml-2 text-small text-ink-soft">{t('import.passages', { count: file.passages })}</span>
          )}
        </span>
        <Badge tone={TONES[file.status]}>{t(`import.status.${file.status}`)}</Badge>
      </div>
      {reason ? <p className="text-small text-breach-ink">{reason}</p> : null}
      {file.flags.length > 0 ? <FlagLines flags={file.flags} /> : null}
    </li>
  )
}
