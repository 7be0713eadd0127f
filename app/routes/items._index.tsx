import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { KnowledgeTabs } from '~/components/knowledge/knowledge-tabs'
import { ExportLinks } from '~/components/learn/export-links'
import { buildItemRows } from '~/components/quiz/build-item-views'
import { ItemCounts } from '~/components/quiz/item-counts'
import { ItemFilters } from '~/components/quiz/item-filters'
import { ItemList } from '~/components/quiz/item-list'
import { PageLinks } from '~/components/quiz/page-links'
import { UnreviewedSetting } from '~/components/quiz/unreviewed-setting'
import { ButtonLink } from '~/components/ui/button'
import { ChineseNote } from '~/components/ui/chinese-note'
import { isAllowed } from '~/domain/governance/authorise'
import type { PersonRecord } from '~/domain/ports'
import { ABILITIES, ITEM_ORIGINS, ITEM_STATUSES, ITEM_TYPES } from '~/domain/quiz/item'
import { DomainError } from '~/domain/shared/domain-error'
import { requirePermission, requirePerson } from '~/http/current-person'
import type { AppLoadContext } from '~/http/load-context'
import { isDomainError } from '~/http/problem-details'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('題庫', 'Item bank')

const PER_PAGE = 30
const MAX_STALE = 200

/** The item bank. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const { quiz } = context.services
  const { searchParams } = new URL(request.url)
  const read = (name: string) => searchParams.get(name)?.trim() ?? ''
  const [q, status, type, origin, ability, stale] = ['q', 'status', 'type', 'origin', 'ability', 'stale'].map(read)
  const chosen = { q: q!, status: status!, type: type!, origin: origin!, ability: ability!, stale: stale! }
  const staleIds = new Set((await quiz.listStaleItems(person)).map((one) => one.itemId))
  const wanted = Math.max(1, Number(read('page')) || 1)
  const filter = {
    words: q || undefined,
    status: ITEM_STATUSES.find((one) => one === status),
    type: ITEM_TYPES.find((one) => one === type),
    origin: ITEM_ORIGINS.find((one) => one === origin),
    ability: ABILITIES.find((one) => one === ability),
  }
  const { counts, ...listed } = await quiz.listItems(person, filter, {
    offset: (wanted - 1) * PER_PAGE,
    limit: PER_PAGE,
  })
  const shown = stale ? await readStale(context, person, staleIds) : listed
  return {
    rows: buildItemRows(shown.items, staleIds, person.organisationId),
    total: shown.total,
    pages: stale ? 1 : Math.max(1, Math.ceil(shown.total / PER_PAGE)),
    page: wanted,
    counts,
    chosen,
    staleCount: staleIds.size,
    settings: isAllowed(person, 'people.administer') ? await quiz.readSettings(person) : null,
  }
})

async function readStale(context: AppLoadContext, person: PersonRecord, staleIds: ReadonlySet<string>) {
  const ids = [...staleIds].slice(0, MAX_STALE)
  const found = await Promise.all(ids.map((id) => context.services.quiz.readItem(person, id)))
  return { items: found.map((one) => one.item), total: staleIds.size }
}

const STATUS_OF = { approve: 'approved', retire: 'retired' } as const

/** Approves or retires what was ticked, or makes a quiz of it. */
export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const form = await request.formData()
  const intent = form.get('intent')
  if (intent === 'settings') {
    await context.services.quiz.saveSettings(person, { allowsUnreviewedItems: form.get('allowsUnreviewed') === 'yes' })
    return redirect('/items')
  }
  const ids = form.getAll('id').map(String)
  if (intent === 'quiz' && ids.length > 0) return makeQuizOf(context, person, ids)
  if (intent !== 'approve' && intent !== 'retire' && intent !== 'quiz')
    throw new DomainError('bad-input', 'unknown intent')
  if (ids.length > 0 && intent !== 'quiz') await context.services.quiz.setItemStatus(person, ids, STATUS_OF[intent])
  const { searchParams } = new URL(request.url)
  searchParams.delete('index')
  return redirect(`/items${searchParams.size > 0 ? `?${searchParams}` : ''}`)
})

/** A draft of these items; its name is changed there. */
async function makeQuizOf(context: AppLoadContext, person: PersonRecord, itemIds: readonly string[]) {
  try {
    const title = '自選題目'
    return redirect(`/quizzes/${await context.services.quiz.createQuiz(person, { title, itemIds })}`)
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'bad-input') throw error
    return Response.json({ hasRetired: true }, { status: 400 })
  }
}

export default function ItemsPage() {
  const answer = useActionData<{ hasRetired: boolean }>()
  const { rows, total, pages, page, counts, chosen, staleCount, settings } = useLoaderData<typeof loader>()
  const { t } = useTranslation('quiz')
  const { search } = useLocation()
  const linkTo = (wanted: number) => {
    const query = new URLSearchParams(search)
    query.set('page', String(wanted))
    return `/items?${query}`
  }
  const isFiltered = Object.values(chosen).some(Boolean)
  return (
    <Page
      title={t('items.title')}
      lead={t('items.lead')}
      action={
        <div className="flex flex-wrap gap-3">
          <ButtonLink to="/quizzes/new" tone="primary">
            {t('make.title')}
          </ButtonLink>
          <ButtonLink to="/items/new">{t('items.write')}</ButtonLink>
          <ButtonLink to="/items/import">{t('items.import')}</ButtonLink>
        </div>
      }
    >
      <ChineseNote />
      <KnowledgeTabs here="items" />
      <div className="grid gap-5">
        <ItemCounts counts={counts} />
        <ItemFilters chosen={chosen} total={total} staleCount={staleCount} />
        {answer?.hasRetired ? (
          <p role="alert" className="rounded-card bg-weak-soft p-3 text-weak-ink">
            {t('items.hasRetired')}
          </p>
        ) : null}
        <ItemList key={search} rows={rows} isFiltered={isFiltered} action={`/items${search || '?index'}`} />
      </div>
      <PageLinks page={page} pages={pages} linkTo={linkTo} />
      {total > 0 ? (
        <div className="mt-6">
          <ExportLinks to="/items/export" />
        </div>
      ) : null}
      {settings ? <UnreviewedSetting isAllowed={settings.allowsUnreviewedItems} /> : null}
    </Page>
  )
}
