import { BookOpen, ChevronDown, Clock, FileText, Flag, MapPin, Scale, ThumbsUp, UserRoundPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ClientFace } from '../face/client-face'
import { AppLink } from '../ui/app-link'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { CiteList } from '../ui/cite-list'
import { DifficultyDots } from '../ui/dots'
import { formatDay } from '../ui/format-date'
import { joinClasses } from '../ui/join-classes'
import { Quote } from '../ui/quote'
import { StartForm } from './start-form'
import type { BriefingDutyView, BriefingView } from './view-types'

type BriefingSheetProps = {
  briefing: BriefingView
  /** Where the start form posts: scenarioId, mode (practice or exam). */
  startAction?: string
  launchId?: string | null
  isStarting?: boolean
}

/** What an agent would know before the visit. */
export function BriefingSheet({
  briefing,
  startAction = '/roleplays',
  launchId = null,
  isStarting = false,
}: BriefingSheetProps) {
  const { t, i18n } = useTranslation('talk')
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="min-w-0">
        <WhoCard briefing={briefing} />
      </div>
      <div className="grid gap-6 lg:sticky lg:top-6 lg:row-span-2">
        <StartForm briefing={briefing} action={startAction} launchId={launchId} isStarting={isStarting} />
        <Card title={t('briefing.product')}>
          <ProductLinks briefing={briefing} />
        </Card>
        <p className="text-small text-ink-soft">
          {t('briefing.asOf', { day: formatDay(briefing.asOf, i18n.language, true) })}
          <br />
          {t('briefing.note')}
        </p>
      </div>
      <div className="min-w-0">
        <DutiesCard duties={briefing.duties} />
      </div>
    </div>
  )
}

/** What one must not leave out in sight, the rest folded: twenty articles at once help nobody before a visit. */
function DutiesCard({ duties }: { duties: readonly BriefingDutyView[] }) {
  const { t } = useTranslation('talk')
  const required = duties.filter((duty) => duty.isRequired)
  const others = duties.filter((duty) => !duty.isRequired)
  if (required.length === 0 || others.length === 0)
    return (
      <Card title={t('briefing.duties')} lead={t('briefing.dutiesLead')}>
        <DutyRows duties={duties} />
      </Card>
    )
  return (
    <Card
      title={t('briefing.duties')}
      lead={t('briefing.dutiesLead')}
      aside={t('briefing.dutyCount', { count: duties.length })}
    >
      <DutyRows duties={required} />
      <details className="group mt-3 border-t border-hairline pt-3">
        <summary className="flex min-h-11 items-center justify-between gap-3 rounded-sm font-medium hover:text-teal">
          {t('briefing.otherDuties', { count: others.length })}
          <ChevronDown aria-hidden className="size-5 shrink-0 text-ink-faint group-open:rotate-180" />
        </summary>
        <div className="pt-2">
          <DutyRows duties={others} />
        </div>
      </details>
    </Card>
  )
}

function DutyRows({ duties }: { duties: readonly BriefingDutyView[] }) {
  return (
    <ul className="divide-y divide-hairline">
      {duties.map((duty) => (
        <DutyRow key={duty.id} duty={duty} />
      ))}
    </ul>
  )
}

function Fact({
  icon,
  name,
  isWide,
  children,
}: {
  icon: ReactNode
  name: string
  isWide?: boolean
  children: ReactNode
}) {
  return (
    <div className={joinClasses('grid grid-cols-[1.25rem_1fr] content-start gap-x-3', isWide && 'sm:col-span-2')}>
      <dt className="contents">
        <span className="pt-1 text-ink-faint">{icon}</span>
        <span className="text-small text-ink-soft">{name}</span>
      </dt>
      <dd className="col-start-2 min-w-0">{children}</dd>
    </div>
  )
}

function WhoCard({ briefing }: { briefing: BriefingView }) {
  const { t } = useTranslation(['talk', 'frame'])
  const { client } = briefing
  const icon = 'size-5'
  return (
    <Card>
      <div className="flex flex-col gap-5 sm:flex-row sm:items-center">
        <ClientFace client={client} size="huge" className="max-sm:size-24" />
        <div className="min-w-0">
          <h2 className="break-words text-large">{client.name}</h2>
          <p className="flex flex-wrap items-center gap-x-3 text-ink-soft">
            {t('frame:years', { age: client.age })} · {client.occupation}
            <DifficultyDots difficulty={briefing.difficulty} hasWord />
          </p>
          <p className="mt-2 border-l-2 border-clay/50 pl-3">
            <Quote text={briefing.tagline} />
          </p>
        </div>
      </div>
      <p className="mt-6 flex items-start gap-3 rounded-card bg-teal-soft p-4">
        <Flag aria-hidden className="mt-1 size-5 shrink-0 text-teal" />
        <span>
          <strong className="block text-small text-teal-ink">{t('briefing.goal')}</strong>
          {briefing.goal}
        </span>
      </p>
      <dl className="mt-5 grid gap-4 sm:grid-cols-2">
        <Fact icon={<MapPin aria-hidden className={icon} />} name={t('briefing.where')}>
          {briefing.where}
        </Fact>
        <Fact icon={<UserRoundPlus aria-hidden className={icon} />} name={t('briefing.introducedBy')}>
          {briefing.introducedBy}
        </Fact>
        <Fact icon={<Clock aria-hidden className={icon} />} name={t('briefing.time')}>
          {t('briefing.minutes', { minutes: briefing.minutes })}
        </Fact>
        <Fact isWide icon={<BookOpen aria-hidden className={icon} />} name={t('briefing.known')}>
          <ul className="list-disc pl-5">
            {briefing.known.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Fact>
      </dl>
    </Card>
  )
}

function DutyRow({ duty }: { duty: BriefingDutyView }) {
  const { t } = useTranslation('talk')
  const isLaw = duty.force === 'law'
  const Icon = isLaw ? Scale : ThumbsUp
  return (
    <li className="grid gap-1 py-3 first:pt-0 last:pb-0">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-medium">{duty.name}</h3>
        <Badge tone={isLaw ? 'teal' : 'plain'} icon={<Icon aria-hidden className="size-3.5" />}>
          {t(`briefing.force.${duty.force}`)}
        </Badge>
        {duty.isRequired ? (
          <Badge tone="clay" icon={<Flag aria-hidden className="size-3.5" />}>
            {t('briefing.required')}
          </Badge>
        ) : null}
      </div>
      <p className="text-ink-soft">{duty.why}</p>
      <CiteList cite={duty.cite} />
    </li>
  )
}

function ProductLinks({ briefing }: { briefing: BriefingView }) {
  const { t } = useTranslation('talk')
  if (briefing.products.length === 0) return <p>{t('briefing.noProduct')}</p>
  return (
    <ul className="grid gap-2">
      {briefing.products.map((product) => (
        <li key={product.id}>
          <AppLink
            to={product.href}
            className="flex min-h-11 items-center gap-3 rounded-card border border-hairline px-3 py-2 hover:border-teal hover:text-teal"
          >
            <FileText aria-hidden className="size-5 shrink-0 text-ink-faint" />
            <span className="min-w-0">{product.name}</span>
          </AppLink>
        </li>
      ))}
    </ul>
  )
}
