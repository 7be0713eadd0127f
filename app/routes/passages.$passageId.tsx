import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { PassageText } from '~/components/knowledge/passage-text'
import { isAllowed } from '~/domain/governance/authorise'
import { viewDocument, viewPassage } from '~/http/api/knowledge-views'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.passage.cite ?? '原文'} · 對練` }]

/** What a citation leads to: the words as they stood in that version. */
export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'knowledge.read')
  const read = await context.services.readKnowledgePassage(person, params.passageId ?? '')
  return {
    passage: viewPassage(read),
    versions: viewDocument(read.document).versions,
    canManage: isAllowed(person, 'knowledge.manage'),
  }
})

export default function PassagePage() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation('knowledge')
  return (
    <Page title={data.passage.cite} lead={t('passage.asOf', { version: data.passage.version })} width="text">
      <PassageText {...data} />
    </Page>
  )
}
