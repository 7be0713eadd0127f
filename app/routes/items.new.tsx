import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { listScenarioChoices } from '~/components/quiz/build-item-views'
import { nameNewItemDraft, startDraft } from '~/components/quiz/item-draft'
import { KeptItemForm } from '~/components/quiz/kept-item-form'
import { checkDraft, readItemDraft } from '~/components/quiz/read-item-form'
import { TypeLinks } from '~/components/quiz/type-links'
import type { DraftFaults, ItemDraft } from '~/components/quiz/view-types'
import { Card } from '~/components/ui/card'
import { ITEM_TYPES } from '~/domain/quiz/item'
import { requirePermission, requirePerson } from '~/http/current-person'
import { readPreferences } from '~/http/preferences'
import { isDomainError } from '~/http/problem-details'
import { readCitedTexts } from '~/http/read-cited-texts'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('寫一題', 'Write an item')

/** An item by hand: `?type=` chooses its form. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const { locale } = await readPreferences(request)
  const wanted = new URL(request.url).searchParams.get('type')
  return {
    type: ITEM_TYPES.find((one) => one === wanted) ?? 'single',
    scenarios: listScenarioChoices(context.services.content, locale),
  }
})

export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const given = readItemDraft(await request.formData())
  const texts = await readCitedTexts(
    context,
    person,
    given.citations.map((one) => one.passageId),
  )
  const { draft, content, faults } = checkDraft(given, texts, new Set())
  if (!content) return Response.json({ draft, faults }, { status: 400 })
  try {
    const { id } = await context.services.quiz.writeItem(person, content)
    return redirect(`/items/${id}?saved=1`)
  } catch (error) {
    if (isDomainError(error) && error.code === 'bad-input')
      return Response.json({ draft, faults: error.fields }, { status: 400 })
    throw error
  }
})

export default function NewItemPage() {
  const { type, scenarios } = useLoaderData<typeof loader>()
  const answer = useActionData<{ draft: ItemDraft; faults: DraftFaults }>()
  const { t } = useTranslation('quiz')
  // What was sent belongs to its own type, not to one chosen since.
  const draft = answer?.draft.type === type ? answer.draft : startDraft(type)
  return (
    <Page title={t('items.write')} lead={t('item.newLead')} width="text">
      <TypeLinks chosen={type} />
      <Card>
        <KeptItemForm
          key={type}
          draftKey={nameNewItemDraft(type)}
          isAnswer={draft === answer?.draft}
          draft={draft}
          faults={draft === answer?.draft ? answer.faults : {}}
          action={`/items/new?type=${type}`}
          version={null}
          scenarios={scenarios}
          isBusy={useNavigation().state !== 'idle'}
          cancelHref="/items"
        />
      </Card>
    </Page>
  )
}
