import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { LogList } from '~/components/models/log-list'
import { ModelsTabs } from '~/components/models/models-tabs'
import { DATA_ACTIONS } from '~/domain/governance/data-log'
import { PERSONAL_DATA_KIND_NAMES } from '~/domain/governance/mask-personal-data/personal-data-kinds'
import { MODEL_PURPOSES } from '~/domain/governance/model-purposes'
import { requirePermission, requirePerson } from '~/http/current-person'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('個資紀錄', 'Personal data log')

/** What of personal data was found before texts left for a model. */
export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'models.administer')
  const { searchParams } = new URL(request.url)
  const pick = <T extends string>(name: string, known: readonly T[]) =>
    known.find((one) => one === searchParams.get(name)) ?? null
  const filter = {
    purpose: pick('purpose', MODEL_PURPOSES),
    action: pick('action', DATA_ACTIONS),
    kind: pick('kind', PERSONAL_DATA_KIND_NAMES),
  }
  const { entries, total } = await context.services.models.readDataLog(person, filter)
  return {
    rows: entries.map(({ id, at, purpose, model, action, found, turnIndex }) => ({
      id,
      at: at.toISOString(),
      purpose,
      model,
      action,
      found,
      turnIndex,
    })),
    total,
    chosen: { purpose: filter.purpose ?? '', action: filter.action ?? '', kind: filter.kind ?? '' },
  }
})

export default function DataLogPage() {
  const data = useLoaderData<typeof loader>()
  const { t } = useTranslation('models')
  return (
    <Page title={t('log.title')} lead={t('log.lead')}>
      <ModelsTabs here="log" />
      <LogList {...data} />
    </Page>
  )
}
