import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { SelectField } from '../ui/field'
import { formatDay } from '../ui/format-date'
import { linkToDocument } from './link-to'
import type { DocumentView, VersionView } from './view-types'

type VersionListProps = { document: DocumentView; shown: string; compared: { before: string; after: string } | null }

/** All texts of a document, and the way to compare two. */
export function VersionList({ document, shown, compared }: VersionListProps) {
  const { t } = useTranslation('knowledge')
  return (
    <Card title={t('document.versions')} aside={document.versions.length}>
      <ol className="divide-y divide-hairline">
        {document.versions.map((version) => (
          <VersionLine
            key={version.version}
            document={document}
            version={version}
            isShown={version.version === shown}
          />
        ))}
      </ol>
      {document.versions.length > 1 ? <CompareForm document={document} compared={compared} /> : null}
    </Card>
  )
}

function VersionLine({
  document,
  version,
  isShown,
}: {
  document: DocumentView
  version: VersionView
  isShown: boolean
}) {
  const { t, i18n } = useTranslation('knowledge')
  const day = (iso: string) => formatDay(iso, i18n.language, true)
  const { effectiveFrom: from, effectiveTo: to } = version
  return (
    <li className="grid gap-1 py-3 first:pt-0">
      <div className="flex flex-wrap items-center gap-2">
        <strong>{version.label}</strong>
        {version.version === document.currentVersion ? <Badge tone="good">{t('document.current')}</Badge> : null}
        {version.isRepealed ? <Badge>{t('state.repealed')}</Badge> : null}
      </div>
      <p className="text-small text-ink-soft">
        {version.amendedOn ? `${t('document.amended', { day: day(version.amendedOn) })} · ` : ''}
        {from && to ? t('document.inForceTo', { from: day(from), to: day(to) }) : null}
        {from && !to ? t('document.inForce', { from: day(from) }) : null}
      </p>
      <p className="text-small text-ink-soft">{t(`document.basis.${version.effectiveBasis}`)}</p>
      <p className="break-all text-small text-ink-soft">
        {t('document.file', { name: version.fileName.replace(/^.*\//u, ''), day: day(version.importedAt) })}
      </p>
      {version.effectiveNote ? (
        <details className="text-small">
          <summary className="inline-flex min-h-9 items-center text-teal underline underline-offset-4">
            {t('document.note')}
          </summary>
          <p className="whitespace-pre-line text-ink-soft">{version.effectiveNote}</p>
        </details>
      ) : null}
      {isShown ? (
        <p className="text-small font-medium text-teal">{t('document.shown')}</p>
      ) : (
        <AppLink
          to={linkToDocument(document.id, { version: version.version })}
          className="inline-flex min-h-9 items-center text-small text-teal underline underline-offset-4"
        >
          {t('document.read')}
        </AppLink>
      )}
    </li>
  )
}

function CompareForm({
  document,
  compared,
}: {
  document: DocumentView
  compared: { before: string; after: string } | null
}) {
  const { t } = useTranslation('knowledge')
  const options = document.versions.map((one) => ({ value: one.version, label: one.label }))
  const [newest, second] = document.versions
  return (
    <AppForm
      method="get"
      action={linkToDocument(document.id)}
      className="mt-4 grid gap-3 border-t border-hairline pt-4"
      aria-label={t('document.compare')}
    >
      <h3 className="text-body">{t('document.compare')}</h3>
      <div className="grid grid-cols-2 gap-3">
        <SelectField
          name="before"
          label={t('document.before')}
          options={options}
          defaultValue={compared?.before ?? second!.version}
        />
        <SelectField
          name="after"
          label={t('document.after')}
          options={options}
          defaultValue={compared?.after ?? newest!.version}
        />
      </div>
      <Button type="submit">{t('document.compareStart')}</Button>
    </AppForm>
  )
}
