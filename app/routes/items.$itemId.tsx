import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { buildKeyView } from '~/components/quiz/build-answered-view'
import { buildSources, listScenarioChoices } from '~/components/quiz/build-item-views'
import { FaultList } from '~/components/quiz/fault-list'
import { ItemActions } from '~/components/quiz/item-actions'
import { nameNewItemDraft, toDraft } from '~/components/quiz/item-draft'
import { ItemHistory } from '~/components/quiz/item-history'
import { ItemView } from '~/components/quiz/item-view'
import { KeptItemForm } from '~/components/quiz/kept-item-form'
import { checkDraft, readItemDraft } from '~/components/quiz/read-item-form'
import { SourceCards } from '~/components/quiz/source-cards'
import { StatusBadge } from '~/components/quiz/status-badge'
import type { DraftFaults, ItemDraft } from '~/components/quiz/view-types'
import { Card } from '~/components/ui/card'
import { ChineseNote } from '~/components/ui/chinese-note'
import { forgetOldDrafts, keepDraft, nameVersionDraft } from '~/components/ui/kept-draft'
import type { PersonRecord } from '~/domain/ports'
import { DomainError } from '~/domain/shared/domain-error'
import { requirePermission, requirePerson } from '~/http/current-person'
import type { AppLoadContext } from '~/http/load-context'
import { readPreferences } from '~/http/preferences'
import { isDomainError } from '~/http/problem-details'
import { readCitedTexts } from '~/http/read-cited-texts'
import { withPage } from '~/http/with-page'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.draft.stem.slice(0, 24) ?? '題目'} · 對練` },
]

/** An item with its source beside it; `?edit=1` opens its form. */
export const loader = withPage(async ({ request, context, params }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const { locale } = await readPreferences(request)
  const { services } = context
  const { searchParams } = new URL(request.url)
  const read = await services.quiz.readItem(person, params.itemId ?? '')
  const { item, events, faults, stale, canChange } = read
  const texts = await readCitedTexts(
    context,
    person,
    item.content.citations.map((one) => one.passageId),
  )
  const staleViews = stale.map(({ citedPassageId, currentPassageId, label }) => ({
    citedPassageId,
    currentPassageId,
    label,
  }))
  return {
    id: item.id,
    status: item.status,
    origin: item.origin,
    version: item.version,
    ability: item.content.ability,
    difficulty: item.content.difficulty,
    view: buildKeyView({ itemId: item.id, content: item.content, isUnreviewed: false }, services.content, locale),
    draft: toDraft(item.content),
    sources: buildSources(item.content, new Map([...texts].map(([id, one]) => [id, one.text])), staleViews),
    stale: staleViews,
    faults: [...faults],
    events: events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
    canChange,
    isEditing: canChange && searchParams.get('edit') === '1',
    isSaved: searchParams.get('saved') === '1',
    scenarios: listScenarioChoices(services.content, locale),
    back: readBack(searchParams),
  }
})

/** The review queue that one came from. */
function readBack(searchParams: URLSearchParams): { quizId: string; at: string } | null {
  const quizId = searchParams.get('quiz')
  return quizId && /^[\w-]+$/.test(quizId) ? { quizId, at: searchParams.get('at') ?? '1' } : null
}

type FormAnswer = { draft: ItemDraft; faults: DraftFaults; hasConflict: boolean }
const STATUS_OF = { approve: 'approved', retire: 'retired', restore: 'draft' } as const

export const action = withPage(async ({ request, context, params }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const id = params.itemId ?? ''
  const { searchParams } = new URL(request.url)
  const form = await request.formData()
  const intent = String(form.get('intent'))
  if (intent === 'approve' || intent === 'retire' || intent === 'restore') {
    await context.services.quiz.setItemStatus(person, [id], STATUS_OF[intent])
    return redirect(`/items/${id}`)
  }
  if (intent !== 'save') throw new DomainError('bad-input', 'unknown intent')
  const answer = await saveForm(context, person, id, form)
  if (answer) return Response.json(answer, { status: answer.hasConflict ? 409 : 400 })
  const back = readBack(searchParams)
  return redirect(back ? `/quizzes/${back.quizId}?at=${encodeURIComponent(back.at)}` : `/items/${id}?saved=1`)
})

/** @returns null when it was stored, else the form with what is wrong. */
async function saveForm(
  context: AppLoadContext,
  person: PersonRecord,
  id: string,
  form: FormData,
): Promise<FormAnswer | null> {
  const { quiz } = context.services
  const given = readItemDraft(form)
  const { item } = await quiz.readItem(person, id)
  const texts = await readCitedTexts(
    context,
    person,
    given.citations.map((one) => one.passageId),
  )
  const kept = new Set(item.content.citations.map((one) => one.passageId))
  const { draft, content, faults } = checkDraft(given, texts, kept)
  if (!content) return { draft, faults, hasConflict: false }
  try {
    await quiz.saveItem(person, id, Number(form.get('version')), content)
    return null
  } catch (error) {
    if (!isDomainError(error)) throw error
    if (error.code === 'version-conflict') return { draft, faults: {}, hasConflict: true }
    if (error.code === 'bad-input') return { draft, faults: error.fields, hasConflict: false }
    throw error
  }
}

/** What has been saved is no draft any more. */
function useForgottenDrafts({ id, version, isSaved, view }: ReturnType<typeof useLoaderData<typeof loader>>) {
  useEffect(() => {
    forgetOldDrafts(`item.${id}`, version)
    if (isSaved && version === 1) keepDraft(nameNewItemDraft(view.type), '')
  }, [id, version, isSaved, view.type])
}

export default function ItemPage() {
  const data = useLoaderData<typeof loader>()
  const answer = useActionData<FormAnswer>()
  const { t } = useTranslation('quiz')
  const isBusy = useNavigation().state !== 'idle'
  const isEditing = data.isEditing || answer !== undefined
  const search = data.back ? `?edit=1&quiz=${data.back.quizId}&at=${encodeURIComponent(data.back.at)}` : '?edit=1'
  const backHref = data.back
    ? `/quizzes/${data.back.quizId}?at=${encodeURIComponent(data.back.at)}`
    : `/items/${data.id}`
  const draft = answer?.draft ?? data.draft
  useForgottenDrafts(data)
  return (
    <Page
      title={t(isEditing ? 'item.edit' : 'item.title')}
      lead={
        <span className="flex flex-wrap items-center gap-2">
          <StatusBadge status={data.status} />
          {t(`origin.item.${data.origin}`)}
        </span>
      }
      crumbs={[
        { label: t('items.title'), to: '/items' },
        { label: t(`type.${data.view.type}`), to: `/items?type=${data.view.type}` },
      ]}
      action={
        isEditing ? undefined : (
          <ItemActions id={data.id} status={data.status} canChange={data.canChange} isBusy={isBusy} />
        )
      }
    >
      <ChineseNote />
      {data.isSaved && !isEditing ? (
        <p role="status" className="mb-4 rounded-card bg-good-soft p-3 text-good-ink">
          {t('item.saved', { version: data.version })}
        </p>
      ) : null}
      {answer?.hasConflict ? (
        <p role="alert" className="mb-4 rounded-card bg-weak-soft p-3 text-weak-ink">
          {t('item.conflict')}
        </p>
      ) : null}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Card>
          {isEditing ? (
            <KeptItemForm
              draftKey={nameVersionDraft(`item.${data.id}`, data.version)}
              isAnswer={answer !== undefined}
              draft={draft}
              faults={answer?.faults ?? {}}
              action={`/items/${data.id}${search}`}
              version={data.version}
              scenarios={data.scenarios}
              isBusy={isBusy}
              cancelHref={backHref}
            />
          ) : (
            <ItemView item={data.view} ability={data.ability} difficulty={data.difficulty} />
          )}
        </Card>
        <div className="grid gap-6">
          <Card title={t('faults.title')} level={3}>
            <FaultList faults={data.faults} stale={data.stale} />
          </Card>
          <SourceCards sources={data.sources} />
          <ItemHistory events={data.events} version={data.version} />
        </div>
      </div>
    </Page>
  )
}
