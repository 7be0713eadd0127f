import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { buildQuizCards, listOpenAttempts, toResultView } from '~/components/quiz/build-quiz-cards'
import { OpenAttempts, QuizList } from '~/components/quiz/quiz-list'
import { AttemptList } from '~/components/quiz/start-card'
import { ButtonLink } from '~/components/ui/button'
import { Card } from '~/components/ui/card'
import { ChineseNote } from '~/components/ui/chinese-note'
import { isAllowed } from '~/domain/governance/authorise'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('測驗', 'Quizzes')

const RECENT = 10

/** Quizzes to take; those who make them see their drafts too. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.use')
  const { quiz } = context.services
  const [quizzes, attempts] = await Promise.all([quiz.listQuizzes(person), quiz.listAttempts(person)])
  const results = attempts.flatMap((one) => {
    const result = toResultView(one)
    return result ? [{ ...result, title: one.title ?? '' }] : []
  })
  return {
    open: listOpenAttempts(attempts),
    quizzes: buildQuizCards(quizzes, attempts, person.personId),
    recent: results.slice(0, RECENT),
    canManage: isAllowed(person, 'learning.manage'),
  }
})

export default function QuizzesPage() {
  const { open, quizzes, recent, canManage } = useLoaderData<typeof loader>()
  const { t } = useTranslation('quiz')
  const action = canManage ? (
    <ButtonLink to="/quizzes/new" tone="primary">
      {t('make.title')}
    </ButtonLink>
  ) : undefined
  return (
    <Page title={t('title')} lead={t(canManage ? 'quizzes.leadManage' : 'quizzes.lead')} action={action}>
      <ChineseNote />
      <OpenAttempts attempts={open} />
      <QuizList quizzes={quizzes} canManage={canManage} />
      {recent.length > 0 ? (
        <div className="mt-6">
          <Card title={t('quizzes.recent')}>
            <AttemptList attempts={recent} />
          </Card>
        </div>
      ) : null}
    </Page>
  )
}
