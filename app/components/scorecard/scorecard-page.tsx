import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../frame/page'
import { CertificateButton, PrintButton } from '../print/print-button'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { CiteDateProvider } from '../ui/cite-list'
import type { ScorecardView } from './build-scorecard-view'
import { DimensionChart } from './dimension-chart'
import { EngineShareNote } from './engine-share-note'
import { FirstSteps } from './first-steps'
import { Headline, NotScoredHeadline } from './headline'
import { HowMade } from './how-made'
import { LedgerTable } from './ledger-table'
import { MomentRow } from './moment-card'
import { NeverToldList } from './never-told-list'
import { NextPractice } from './next-practice'
import { Timeline } from './timeline'
import { ViolationList } from './violation-list'

type ScorecardPageProps = {
  view: ScorecardView
  /** Where a leader has the list of people. */
  peoplePath?: string
  review?: ReactNode
  remedy?: ReactNode
}

/**
 * The result of a talk, most important first.
 *
 * @param review what a leader can do about it; null for everybody else.
 * @param remedy a course about what it shows; null where there is none.
 */
export function ScorecardPage({ view, peoplePath = '/studio', review = null, remedy = null }: ScorecardPageProps) {
  const { t } = useTranslation(['scorecard', 'records'])
  const { card } = view
  if (!card) return null
  const retryAction = view.isOwn ? `/talks/${view.id}/fork` : null
  const crumbs = view.isOwn
    ? [{ label: t('records:title'), to: '/records' }]
    : [
        { label: t('records:people.title'), to: peoplePath },
        { label: view.traineeName, to: `${peoplePath}?person=${view.traineeId}` },
      ]
  return (
    <Page
      title={view.isOwn ? t('title') : t('titleOf', { who: view.traineeName })}
      crumbs={crumbs}
      action={<PageActions view={view} />}
    >
      <CiteDateProvider value={view.asOf}>
        <div className="grid gap-6">
          {card.status === 'scored' ? (
            <Headline
              scorecard={card}
              client={view.client}
              scenarioTitle={view.title}
              passMark={view.howMade.passMark}
              aside={<FirstSteps moments={card.moments} next={view.next[0]} retryAction={retryAction} />}
            />
          ) : (
            <NotScoredHeadline client={view.client} scenarioTitle={view.title} reason={card.reason} />
          )}
          {card.status === 'scored' ? <DimensionChart dimensions={card.dimensions} /> : null}
          <Timeline
            points={view.timeline}
            marks={view.marks}
            client={view.client}
            speaker={view.isOwn ? null : view.traineeName}
          />
          {card.status === 'scored' ? <MomentRow moments={card.moments} retryAction={retryAction} /> : null}
          <ViolationList violations={view.violations} />
          <LedgerTable ledger={card.ledger} />
          <NeverToldList facts={view.neverTold} />
          <Card title={t('rightOutcome')}>
            <p>{view.rightOutcome}</p>
          </Card>
          {view.isOwn ? <NextPractice steps={view.next} /> : null}
          {remedy}
          {review}
          <EngineShareNote share={view.howMade.engineShare} />
          <HowMade made={view.howMade} />
        </div>
      </CiteDateProvider>
    </Page>
  )
}

/** The certificate is for the one who passed; the PDF for all who may read. */
function PageActions({ view }: { view: ScorecardView }) {
  const { card, isOwn, mode, id } = view
  return (
    <div className="flex flex-wrap gap-3">
      {view.forkedFrom ? <CompareLink view={view} /> : null}
      {isOwn && mode === 'exam' && card?.status === 'scored' && card.passed ? (
        <CertificateButton kind="roleplay" id={id} />
      ) : null}
      <PrintButton kind="scorecard" subjectId={id} />
    </div>
  )
}

function CompareLink({ view }: { view: ScorecardView }) {
  const { t } = useTranslation('scorecard')
  return <ButtonLink to={`/records/compare?talk=${view.forkedFrom?.id}&talk=${view.id}`}>{t('compareFork')}</ButtonLink>
}
