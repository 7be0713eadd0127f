import { ChevronDown } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/app-link'
import { formatDay } from '../ui/format-date'
import type { HowMadeView } from './view-types'

/** How this score was made: rubric, judge, versions and limits, one click away. */
export function HowMade({ made }: { made: HowMadeView }) {
  const { t } = useTranslation('scorecard')
  return (
    <details className="group rounded-card border border-hairline bg-surface">
      <summary className="flex min-h-14 items-center justify-between gap-3 rounded-card px-5 py-3 font-medium hover:text-teal">
        {t('how.open')}
        <ChevronDown aria-hidden className="size-5 transition-transform duration-150 group-open:rotate-180" />
      </summary>
      <div className="grid gap-5 px-5 pb-5">
        <p className="max-w-[44rem]">{t('how.perceive')}</p>
        <VersionList made={made} />
        <section>
          <h3 className="mb-1">{t('how.limits')}</h3>
          <ul className="grid max-w-[44rem] list-disc gap-1 pl-5 text-ink-soft">
            <li>{t('how.limitRaters')}</li>
            <li>{t('how.limitLaw')}</li>
            <li>{t('how.limitMachine')}</li>
          </ul>
        </section>
        {made.rubricHref ? (
          <AppLink to={made.rubricHref} className="w-fit text-teal underline underline-offset-4">
            {t('how.readRubric')}
          </AppLink>
        ) : null}
      </div>
    </details>
  )
}

function VersionList({ made }: { made: HowMadeView }) {
  const { t, i18n } = useTranslation('scorecard')
  const { versions } = made
  const version = (value: number | null) => (value === null ? '–' : t('how.rubricVersion', { version: value }))
  const rows: [string, string][] = [
    [t('how.judge'), t(`how.judges.${made.judge}`)],
    ...(versions
      ? ([
          [t('how.rubric'), version(versions.rubric)],
          [t('how.catalogue'), version(versions.catalogue)],
          [t('how.scenario'), version(versions.scenario)],
          [t('how.persona'), version(versions.persona)],
          [t('how.asOf'), formatDay(versions.asOf, i18n.language, true)],
        ] as [string, string][])
      : []),
    [t('how.hints'), t('how.hintCount', { hints: made.hintsUsed })],
  ]
  return (
    <dl className="grid gap-x-8 gap-y-2 text-small sm:grid-cols-2 lg:grid-cols-3">
      {rows.map(([name, value]) => (
        <div key={name} className="flex justify-between gap-4 border-b border-hairline py-1">
          <dt className="text-ink-soft">{name}</dt>
          <dd className="text-right font-medium">{value}</dd>
        </div>
      ))}
      <div className="border-b border-hairline py-1 sm:col-span-2 lg:col-span-3">
        <dt className="inline text-ink-soft">{t('how.seed')} </dt>
        <dd className="inline">
          <code className="select-all break-all">{made.seed}</code>
          <span className="block text-ink-soft">{t('how.seedText')}</span>
        </dd>
      </div>
    </dl>
  )
}
