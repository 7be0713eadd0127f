import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { DocumentList } from '~/components/learn/document-list'
import { LearnDoors } from '~/components/quiz/learn-doors'
import { ButtonLink } from '~/components/ui/button'
import { inLocale } from '~/domain/shared/localised'
import { requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('學習', 'Learn')

export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  const { locale } = await readPreferences(request)
  const { products, guides } = context.services.content
  const { quiz } = context.services
  const [due, quizzes, papers, courses] = await Promise.all([
    quiz.countDue(person),
    quiz.listQuizzes(person),
    quiz.examPapers(person),
    context.services.courses.listCourses(person),
  ])
  return {
    doors: {
      due,
      courseCount: courses.filter((one) => one.status === 'published').length,
      quizCount: quizzes.filter((one) => one.status === 'published').length,
      paperCount: papers.reduce((sum, one) => sum + one.sections.flatMap((section) => section.papers).length, 0),
    },
    products: [...products.values()].map((product) => ({
      href: `/learn/products/${product.id}`,
      title: inLocale(product.name, locale),
    })),
    guides: [...guides.values()].map((guide) => ({
      href: `/learn/guides/${guide.id}`,
      title: inLocale(guide.title, locale),
    })),
  }
})

export default function LearnPage() {
  const { doors, products, guides } = useLoaderData<typeof loader>()
  const { t } = useTranslation('learn')
  const ask = (
    <ButtonLink to="/ask" tone="primary">
      {t('ask')}
    </ButtonLink>
  )
  return (
    <Page title={t('title')} lead={t('lead')} action={ask}>
      <LearnDoors {...doors} />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <DocumentList title={t('guides')} documents={guides} />
        <DocumentList title={t('products')} documents={products} note={t('invented')} />
      </div>
    </Page>
  )
}
