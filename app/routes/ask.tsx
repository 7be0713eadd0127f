import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { AnswerCard } from '~/components/knowledge/answer-card'
import { AskExamples, AskForm } from '~/components/knowledge/ask-form'
import { answerInput } from '~/http/api/knowledge-schemas'
import { viewAnswer } from '~/http/api/knowledge-views'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('問知識庫', 'Ask the library')

/** A question to the knowledge base, in the address, so that an answer can be sent on. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'knowledge.read')
  const { searchParams } = new URL(request.url)
  const [question, asOf] = [searchParams.get('q') ?? '', searchParams.get('asOf') ?? '']
  const input = answerInput.safeParse({ question, ...(asOf && { asOf }) })
  if (!input.success) return { question, asOf, answer: null }
  const answer = await context.services.answerFromKnowledge(person, input.data, request.signal)
  const { citations, grounded, writtenBy, note, asOf: dayUsed } = viewAnswer(answer)
  const sentences = answer.sentences.map(({ text, cites }) => ({ text, cites: [...cites] }))
  return { question, asOf, answer: { sentences, citations, grounded, writtenBy, note, asOf: dayUsed } }
})

export default function AskPage() {
  const { question, asOf, answer } = useLoaderData<typeof loader>()
  const { t } = useTranslation('knowledge')
  const isBusy = useNavigation().location?.pathname === '/ask'
  return (
    <Page title={t('ask.title')} lead={t('ask.lead')} width="text">
      <AskForm question={question} asOf={asOf} isBusy={isBusy} />
      {answer ? (
        <div className="mt-8">
          <AnswerCard answer={answer} />
        </div>
      ) : (
        <AskExamples />
      )}
    </Page>
  )
}
