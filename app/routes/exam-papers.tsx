import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { buildQuizCards } from '~/components/quiz/build-quiz-cards'
import { ExamTable } from '~/components/quiz/exam-table'
import { ChineseNote } from '~/components/ui/chinese-note'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('考古題', 'Exam papers')

/** Papers of the national examination. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.use')
  const { quiz } = context.services
  const [years, attempts] = await Promise.all([quiz.examPapers(person), quiz.listAttempts(person)])
  const papers = years.flatMap((one) => one.sections.flatMap((section) => section.papers))
  const best = new Map(buildQuizCards(papers, attempts, person.personId).map((one) => [one.id, one.best?.percent]))
  return {
    isAdmin: person.role === 'admin',
    years: years.map(({ year, sections }) => ({
      year,
      sections: sections.map(({ section, papers: some }) => ({
        section,
        papers: some.map(({ id, itemCount, origin }) => ({
          id,
          itemCount,
          branch: origin.kind === 'exam' ? origin.branch : '',
          bestPercent: best.get(id) ?? null,
        })),
      })),
    })),
  }
})

export default function ExamPapersPage() {
  const { years, isAdmin } = useLoaderData<typeof loader>()
  const { t } = useTranslation('quiz')
  return (
    <Page title={t('exams.title')} lead={t('exams.lead')}>
      <ChineseNote />
      {years.length > 0 ? <p className="mb-4 text-small text-ink-soft">{t('exams.notice')}</p> : null}
      <ExamTable years={years} isAdmin={isAdmin} />
    </Page>
  )
}
