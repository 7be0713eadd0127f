import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { AnalysisTable } from '~/components/quiz/analysis-table'
import { buildAnalysisView } from '~/components/quiz/build-analysis-view'
import { toResultView } from '~/components/quiz/build-quiz-cards'
import { AttemptList } from '~/components/quiz/start-card'
import { Card } from '~/components/ui/card'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `試題分析：${data?.title ?? ''} · 對練` }]

/** How the items of a quiz do, and who has taken it. */
export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const { quiz } = context.services
  const id = params.quizId ?? ''
  const [read, results] = await Promise.all([quiz.readAnalysis(person, id), quiz.listResults(person)])
  return {
    id,
    title: read.quiz.title,
    analysis: buildAnalysisView(read),
    results: results.flatMap((one) => {
      const result = one.quizId === id ? toResultView(one) : null
      return result ? [{ ...result, title: read.quiz.title, personName: one.personName }] : []
    }),
  }
})

export default function AnalysisPage() {
  const { id, title, analysis, results } = useLoaderData<typeof loader>()
  const { t } = useTranslation('quiz')
  return (
    <Page
      title={t('analysis.title')}
      lead={title}
      crumbs={[
        { label: t('title'), to: '/quizzes' },
        { label: title, to: `/quizzes/${id}` },
      ]}
    >
      <div className="grid gap-6">
        <AnalysisTable analysis={analysis} />
        {results.length > 0 ? (
          <Card title={t('analysis.results')} aside={results.length}>
            <AttemptList attempts={results} />
          </Card>
        ) : null}
      </div>
    </Page>
  )
}
