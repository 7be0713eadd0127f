import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SCORM_VERSIONS } from '~/domain/course/scorm-versions'
import { buttonClasses } from '../ui/button'

/** Files for a learning platform; plain links, because a router would try to show what is to be kept. */
export function ScormLinks({ to }: { to: string }) {
  const { t } = useTranslation('learn')
  return (
    <section className="mt-6 rounded-card border border-hairline bg-surface p-5">
      <h2 className="font-medium">{t('files.scorm')}</h2>
      <p className="mt-1 text-small text-ink-soft">{t('files.scormNote')}</p>
      <p className="mt-3 flex flex-wrap gap-2">
        {SCORM_VERSIONS.map((version) => (
          <a key={version} href={`${to}?version=${version}`} download className={buttonClasses('plain', 'small')}>
            <Download aria-hidden className="size-4" />
            SCORM {version}
          </a>
        ))}
      </p>
    </section>
  )
}
