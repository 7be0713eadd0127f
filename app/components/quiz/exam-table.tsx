import { useTranslation } from 'react-i18next'
import { EmptyState } from '../frame/empty-state'
import { AppLink } from '../ui/app-link'
import { Card } from '../ui/card'

export type PaperView = { id: string; branch: string; itemCount: number; bestPercent: number | null }
export type ExamYearView = { year: number; sections: { section: string; papers: PaperView[] }[] }

/** National exam papers, year by section: a table where there is room, a list by year where there is none. */
export function ExamTable({ years, isAdmin }: { years: readonly ExamYearView[]; isAdmin: boolean }) {
  const { t } = useTranslation('quiz')
  if (years.length === 0)
    return <EmptyState title={t('exams.emptyTitle')} text={t(isAdmin ? 'exams.emptyAdmin' : 'exams.emptyText')} />
  const sections = [...new Set(years.flatMap((one) => one.sections.map(({ section }) => section)))]
  const papersOf = (year: ExamYearView, section: string) =>
    year.sections.find((one) => one.section === section)?.papers ?? []
  return (
    <>
      <div className="hidden overflow-x-auto rounded-card border border-hairline bg-surface md:block">
        <table className="w-full text-left">
          <thead>
            <tr className="border-b border-edge align-bottom">
              <th scope="col" className="px-4 py-3 font-medium">
                {t('exams.year')}
              </th>
              {sections.map((section) => (
                <th key={section} scope="col" className="px-4 py-3 font-medium">
                  {section}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <tr key={year.year} className="border-b border-hairline align-top last:border-0">
                <th scope="row" className="whitespace-nowrap px-4 py-3 font-medium">
                  {t('exams.yearOf', { year: year.year })}
                </th>
                {sections.map((section) => (
                  <td key={section} className="px-4 py-2">
                    <Papers papers={papersOf(year, section)} label={`${year.year} ${section}`} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="grid gap-4 md:hidden">
        {years.map((year) => (
          <Card key={year.year} title={t('exams.yearOf', { year: year.year })}>
            <ul className="divide-y divide-hairline">
              {year.sections.map((one) => (
                <li key={one.section} className="py-2">
                  <p className="text-small text-ink-soft">{one.section}</p>
                  <Papers papers={one.papers} label={`${year.year} ${one.section}`} />
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </div>
    </>
  )
}

function Papers({ papers, label }: { papers: readonly PaperView[]; label: string }) {
  const { t } = useTranslation('quiz')
  return (
    <ul className="grid gap-1">
      {papers.map((paper) => (
        <li key={paper.id}>
          <AppLink
            to={`/quizzes/${paper.id}`}
            aria-label={`${label} ${paper.branch}`}
            className="inline-flex min-h-9 flex-wrap items-center gap-x-2 text-teal underline underline-offset-4"
          >
            {paper.branch}
          </AppLink>{' '}
          <span className="whitespace-nowrap text-small text-ink-soft">
            {t('quizzes.items', { count: paper.itemCount })}
            {paper.bestPercent === null ? '' : ` · ${t('quizzes.best', { percent: paper.bestPercent })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
