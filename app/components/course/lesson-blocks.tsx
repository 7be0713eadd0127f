import { CircleCheck, Lightbulb, Square } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LessonBlock } from '~/domain/course/course'
import { Badge } from '../ui/badge'
import { ButtonLink } from '../ui/button'
import { Card } from '../ui/card'
import { Cites } from './cite-notes'
import { DialogueBlock } from './dialogue-block'
import type { LessonView } from './view-types'

type BlockOf<Kind extends LessonBlock['kind']> = Extract<LessonBlock, { kind: Kind }>

/** One part of a lesson, whatever it is. */
export function LessonPart({ block, lesson }: { block: LessonBlock; lesson: LessonView }) {
  switch (block.kind) {
    case 'key-points':
      return <KeyPoints block={block} />
    case 'table':
      return <TableBlock block={block} />
    case 'dialogue':
      return <DialogueBlock block={block} />
    case 'mistakes':
      return <Mistakes block={block} counted={lesson.counted} />
    case 'checklist':
      return <Checklist block={block} />
    case 'quiz':
      return <QuizPart block={block} lesson={lesson} />
  }
}

function AdviceTag() {
  const { t } = useTranslation('course')
  return <span className="ml-1 whitespace-nowrap text-small text-ink-faint">（{t('lesson.advice')}）</span>
}

function KeyPoints({ block }: { block: BlockOf<'key-points'> }) {
  const { t } = useTranslation('course')
  if (block.role === 'introduction') return <Introduction block={block} />
  return (
    <Card title={t('lesson.points')}>
      <ul className="grid gap-3">
        {block.points.map((point) => (
          <li key={point.text} className="flex gap-3">
            <span className="mt-2.5 size-2 shrink-0 rounded-full bg-teal" aria-hidden="true" />
            <p className="min-w-0 break-words">
              {point.text}
              <Cites citations={point.citations} />
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Read as a paragraph, each sentence with its place. */
function Introduction({ block }: { block: BlockOf<'key-points'> }) {
  const { t } = useTranslation('course')
  return (
    <Card title={t('lesson.introduction')}>
      <p className="break-words">
        {block.points.map((point) => (
          <span key={point.text}>
            {point.text}
            <Cites citations={point.citations} />{' '}
          </span>
        ))}
      </p>
    </Card>
  )
}

function TableBlock({ block }: { block: BlockOf<'table'> }) {
  return (
    <Card>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="overflow-x-auto" aria-label={block.caption} tabIndex={0}>
        <table className="w-full border-collapse text-left">
          <caption className="mb-2 break-words text-left font-medium">
            {block.caption}
            <Cites citations={block.citations} />
          </caption>
          <thead>
            <tr>
              {block.head.map((cell) => (
                <th
                  key={cell}
                  scope="col"
                  className="whitespace-nowrap border-b border-edge py-2 pr-4 text-small font-medium text-ink-soft"
                >
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.join(' ')} className="align-top">
                {row.map((cell, i) => (
                  <td
                    key={block.head[i]}
                    className="min-w-16 border-b border-hairline py-2 pr-4 tabular-nums first:whitespace-nowrap"
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}

type Mistake = BlockOf<'mistakes'>['mistakes'][number]

function Frequency({ mistake, counted }: { mistake: Mistake; counted: LessonView['counted'] }) {
  const { t } = useTranslation('course')
  const { count, talks } = mistake
  if (count === null) return <span className="text-small text-ink-faint">{t('lesson.noCount')}</span>
  if (count === 0 && counted !== 'team') return null
  const label =
    counted === 'talk'
      ? t('lesson.countOne')
      : t(counted === 'team' ? 'lesson.count' : 'lesson.countMine', { count, talks })
  return <Badge tone={count > 0 ? 'weak' : 'plain'}>{label}</Badge>
}

function Mistakes({ block, counted }: { block: BlockOf<'mistakes'>; counted: LessonView['counted'] }) {
  const { t } = useTranslation('course')
  return (
    <Card title={t('lesson.mistakes')}>
      <ul className="divide-y divide-hairline">
        {block.mistakes.map((mistake) => (
          <li key={mistake.code} className="grid gap-2 py-4 first:pt-0 last:pb-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h3 className="font-bold">{mistake.title}</h3>
              <Frequency mistake={mistake} counted={counted} />
            </div>
            <dl className="grid gap-1 sm:grid-cols-[4rem_minmax(0,1fr)]">
              <dt className="text-small font-medium text-ink-soft sm:pt-0.5">{t('lesson.why')}</dt>
              <dd className="min-w-0 break-words">
                {mistake.why.text}
                <Cites citations={mistake.why.citations} />
              </dd>
              <dt className="text-small font-medium text-teal-ink sm:pt-0.5">{t('lesson.instead')}</dt>
              <dd className="min-w-0 break-words">{mistake.instead}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Checklist({ block }: { block: BlockOf<'checklist'> }) {
  const { t } = useTranslation('course')
  return (
    <Card title={t('lesson.checklist')}>
      <ul className="grid gap-3">
        {block.entries.map((entry) => (
          <li key={entry.text} className="flex gap-3">
            <Square aria-hidden className="mt-1 size-5 shrink-0 text-teal" strokeWidth={1.75} />
            <p className="min-w-0 break-words">
              {entry.text}
              {entry.citations.length === 0 ? <AdviceTag /> : <Cites citations={entry.citations} />}
            </p>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function QuizPart({ block, lesson }: { block: BlockOf<'quiz'>; lesson: LessonView }) {
  const { t } = useTranslation('course')
  const state = lesson.quizzes.find((one) => one.quizId === block.quizId)
  if (!state) return null
  const isOpen = state.status === 'published'
  return (
    <Card tone="teal" title={t('lesson.quiz')} aside={t('lesson.quizItems', { count: block.itemCount })}>
      <div className="flex flex-wrap items-center gap-3">
        {state.isPassed ? (
          <span className="inline-flex items-center gap-1 font-medium text-good">
            <CircleCheck aria-hidden className="size-5" />
            {t('lesson.quizPassed')}
          </span>
        ) : null}
        {state.status === 'draft' ? (
          <p className="flex items-center gap-1.5 text-teal-ink">
            <Lightbulb aria-hidden className="size-4 shrink-0" />
            {t('lesson.quizDraft')}
          </p>
        ) : null}
        {state.status === 'retired' ? <p className="text-teal-ink">{t('lesson.quizGone')}</p> : null}
        {state.status === 'retired' ? null : (
          <ButtonLink to={`/quizzes/${block.quizId}`} tone={isOpen ? 'primary' : 'plain'}>
            {t(isOpen ? 'lesson.takeQuiz' : 'lesson.reviewQuiz')}
          </ButtonLink>
        )}
      </div>
    </Card>
  )
}
