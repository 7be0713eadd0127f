import { CircleCheck, CircleDashed, LoaderCircle } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Page } from '../frame/page'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { joinClasses } from '../ui/join-classes'
import { useMakeFault } from './use-make-fault'

const STAGES = ['reading', 'writing', 'storing'] as const
const RELOAD_SECONDS = 4

export type MakingView =
  | {
      status: 'making'
      requested: number
      stage: { kind: 'reading' | 'storing' } | { kind: 'writing'; engine: 'llm' | 'embedded'; written: number }
      seconds: number
      usualSeconds: number | null
    }
  | { status: 'refused'; faults: Readonly<Record<string, string>>; again: string }
  | { status: 'failed'; again: string }
  /** Nobody knows of it any more. */
  | { status: 'gone' }

/** A quiz on its way: which step it is at, what has come of it, and how long it usually takes. */
export function MakingPage({ view }: { view: MakingView }) {
  const { t } = useTranslation('quiz')
  const crumbs = [{ label: t('title'), to: '/quizzes' }]
  if (view.status === 'making')
    return (
      <Page title={t('making.title')} lead={t('making.lead')} crumbs={crumbs} width="text">
        <OpenMaking making={view} />
      </Page>
    )
  return (
    <Page title={t(`making.${view.status}Title`)} crumbs={crumbs} width="text">
      <Card tone="weak">
        {view.status === 'refused' ? <Faults faults={view.faults} /> : <p>{t(`making.${view.status}Text`)}</p>}
        <p className="mt-4 flex flex-wrap gap-3">
          <ButtonLink to={view.status === 'gone' ? '/quizzes/new' : view.again} tone="primary">
            {t('making.again')}
          </ButtonLink>
          <ButtonLink to="/quizzes" tone="quiet">
            {t('making.toQuizzes')}
          </ButtonLink>
        </p>
      </Card>
    </Page>
  )
}

function Faults({ faults }: { faults: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('quiz')
  const faultOf = useMakeFault(faults)
  return Object.keys(faults).map((field) => <p key={field}>{faultOf(field) ?? t('making.failedText')}</p>)
}

function OpenMaking({ making }: { making: Extract<MakingView, { status: 'making' }> }) {
  const { t } = useTranslation('quiz')
  const { stage, requested, seconds, usualSeconds } = making
  const here = STAGES.indexOf(stage.kind)
  return (
    <Card>
      {/* Without a script the page looks again by itself. */}
      <noscript>
        <meta httpEquiv="refresh" content={String(RELOAD_SECONDS)} />
      </noscript>
      <ol aria-label={t('making.stages')} className="grid gap-3">
        {STAGES.map((one, at) => {
          const state = at < here ? 'done' : at === here ? 'now' : 'open'
          return (
            <li
              key={one}
              aria-current={state === 'now' ? 'step' : undefined}
              className={joinClasses('flex items-start gap-3', state === 'open' && 'text-ink-soft')}
            >
              <StageIcon state={state} />
              <span>
                <span className={state === 'now' ? 'font-bold' : undefined}>{t(`making.stage.${one}`)}</span>
                <span className="sr-only"> {t(`making.state.${state}`)}</span>
                {one === 'writing' && stage.kind === 'writing' ? (
                  <span className="block text-small text-ink-soft">
                    {t(`making.by.${stage.engine}`)} · {t('making.soFar', { requested, written: stage.written })}
                  </span>
                ) : null}
              </span>
            </li>
          )
        })}
      </ol>
      <p role="status" className="sr-only">
        {t(`making.stage.${stage.kind}`)}
      </p>
      <p className="mt-4 text-small text-ink-soft">
        {t('making.elapsed', { seconds })}
        {usualSeconds !== null
          ? ` · ${t('making.usual', { seconds: usualSeconds })}`
          : stage.kind === 'writing' && stage.engine === 'llm'
            ? ` · ${t('making.usualModel')}`
            : ''}
      </p>
      <p className="mt-4 flex flex-wrap gap-3">
        <ButtonLink to="">{t('making.reload')}</ButtonLink>
        <ButtonLink to="/quizzes" tone="quiet">
          {t('making.toQuizzes')}
        </ButtonLink>
      </p>
    </Card>
  )
}

function StageIcon({ state }: { state: 'done' | 'now' | 'open' }) {
  const size = 'mt-1 size-5 shrink-0'
  if (state === 'done') return <CircleCheck aria-hidden className={joinClasses(size, 'text-good')} />
  if (state === 'now')
    return (
      <LoaderCircle aria-hidden className={joinClasses(size, 'animate-spin text-teal motion-reduce:animate-none')} />
    )
  return <CircleDashed aria-hidden className={size} />
}
