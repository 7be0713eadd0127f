import { useTranslation } from 'react-i18next'
import type { LessonBlock } from '~/domain/course/course'
import { Badge, ToneIcon } from '../ui/badge'
import { useCodeLabel } from '../ui/code-labels'
import { joinClasses } from '../ui/join-classes'

type Dialogue = Extract<LessonBlock, { kind: 'dialogue' }>
type Line = Dialogue['lines'][number]

/** A short exchange as in the talk: the client left, the agent right with the points of the turn. */
export function DialogueBlock({ block }: { block: Dialogue }) {
  const { t } = useTranslation('course')
  const isGood = block.quality === 'good'
  return (
    <section
      aria-label={block.title}
      className={joinClasses(
        'rounded-card border p-4 sm:p-5',
        isGood ? 'border-good/30 bg-good-soft/40' : 'border-breach/30 bg-breach-soft/40',
      )}
    >
      <header className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={isGood ? 'good' : 'breach'}>{t(isGood ? 'lesson.good' : 'lesson.bad')}</Badge>
        <h2 className="text-body font-bold">{block.title}</h2>
        <p className="text-small text-ink-soft">{t(`lesson.${block.source}`)}</p>
      </header>
      <ol className="grid gap-3">
        {block.lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has its place only
          <li key={i} className={joinClasses('flex', line.who === 'trainee' && 'justify-end')}>
            <Bubble line={line} isGood={isGood} />
          </li>
        ))}
      </ol>
      <p className="mt-4 border-t border-hairline pt-3">
        <span className="mr-2 text-small font-medium text-ink-soft">{t('lesson.comment')}</span>
        {block.comment}
      </p>
    </section>
  )
}

function Bubble({ line, isGood }: { line: Line; isGood: boolean }) {
  const { t } = useTranslation('course')
  const isMine = line.who === 'trainee'
  return (
    <div className="min-w-0 max-w-[88%] sm:max-w-[34rem]">
      <p className={joinClasses('mb-0.5 text-small text-ink-soft', isMine && 'text-right')}>
        {t(isMine ? 'lesson.trainee' : 'lesson.client')}
      </p>
      <p
        className={joinClasses(
          'whitespace-pre-wrap break-words rounded-card border px-4 py-2.5',
          isMine
            ? 'rounded-br-sm border-teal/25 bg-teal-soft text-teal-ink'
            : 'rounded-bl-sm border-hairline bg-surface',
        )}
      >
        {line.text}
      </p>
      {line.total === null ? null : <Heard line={line} isGood={isGood} />}
    </div>
  )
}

const MAX_CODES = 4

function Heard({ line, isGood }: { line: Line; isGood: boolean }) {
  const { t } = useTranslation('course')
  const labelOf = useCodeLabel()
  const tone = isGood ? 'good' : line.codes.some((code) => code.startsWith('violation.')) ? 'breach' : 'weak'
  return (
    <p className="mt-1 flex flex-wrap items-center justify-end gap-x-2 gap-y-0.5 text-small text-ink-soft">
      <span className="inline-flex items-center gap-1 font-medium text-ink">
        <ToneIcon
          tone={tone}
          className={tone === 'good' ? 'text-good' : tone === 'breach' ? 'text-breach' : 'text-weak'}
        />
        {t('lesson.score', { total: line.total })}
      </span>
      {line.codes.length > 0 ? <span>{line.codes.slice(0, MAX_CODES).map(labelOf).join('、')}</span> : null}
    </p>
  )
}
