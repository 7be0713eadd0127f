import { useTranslation } from 'react-i18next'
import type { DimensionResult } from '~/domain/judging/score-types'
import { DIMENSIONS, type Dimension } from '~/domain/shared/dimensions'
import { Card } from '../ui/card'
import { useCodeLabel } from '../ui/code-labels'
import { NumbersToggle } from '../ui/numbers-toggle'
import { Quote } from '../ui/quote'

const STEPS = [1, 2, 3, 4, 5] as const
// Red is kept for breaches: a skill not shown yet is no offence.
const FILLS = { 1: 'fill-weak', 2: 'fill-weak', 3: 'fill-teal', 4: 'fill-teal', 5: 'fill-good' }

/** Five steps; how many are filled is the level. */
export function LevelBar({ level }: { level: 1 | 2 | 3 | 4 | 5 | null }) {
  return (
    <svg
      viewBox="0 0 200 12"
      preserveAspectRatio="none"
      className="block h-3 w-full"
      aria-hidden="true"
      focusable="false"
    >
      {STEPS.map((step) => (
        <rect
          key={step}
          x={(step - 1) * 40.5}
          width="38"
          height="12"
          rx="2"
          className={level !== null && step <= level ? FILLS[level] : 'fill-hairline'}
        />
      ))}
    </svg>
  )
}

const levelOf = (result: DimensionResult) => (result.status === 'graded' ? result.level : null)

function useLevelWord() {
  const { t } = useTranslation('scorecard')
  return (result: DimensionResult) =>
    result.status === 'graded'
      ? t(`level.${result.level}`)
      : result.status === 'not-applicable'
        ? t('notApplicable')
        : t('notScored')
}

/** The eight skills as bars with their words; the evidence stands in a table behind the toggle. */
export function DimensionChart({ dimensions }: { dimensions: Record<Dimension, DimensionResult> }) {
  const { t } = useTranslation('scorecard')
  const wordOf = useLevelWord()
  return (
    <Card title={t('dimensions.title')} lead={t('dimensions.lead')}>
      <ul className="grid gap-3.5">
        {DIMENSIONS.map((dimension) => {
          const result = dimensions[dimension]
          const level = levelOf(result)
          return (
            <li
              key={dimension}
              className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 sm:grid-cols-[minmax(8rem,11rem)_1fr_minmax(7rem,auto)]"
            >
              <span className="font-medium">{t(`dimension.${dimension}`)}</span>
              <span className="max-sm:order-last max-sm:col-span-2">
                <LevelBar level={level} />
              </span>
              <span className={level === null ? 'text-small text-ink-faint' : 'text-small'}>
                {level === null ? null : <strong className="mr-1.5">{level}</strong>}
                {wordOf(result)}
              </span>
            </li>
          )
        })}
      </ul>
      <NumbersToggle>
        <EvidenceTable dimensions={dimensions} />
      </NumbersToggle>
    </Card>
  )
}

function EvidenceTable({ dimensions }: { dimensions: Record<Dimension, DimensionResult> }) {
  const { t } = useTranslation(['scorecard', 'frame'])
  const wordOf = useLevelWord()
  const labelOf = useCodeLabel()
  return (
    <table className="w-full min-w-[32rem] text-left text-small">
      <thead>
        <tr className="border-b border-edge">
          <th className="py-2 pr-4 font-medium">{t('dimensions.name')}</th>
          <th className="py-2 pr-4 font-medium">{t('dimensions.level')}</th>
          <th className="py-2 font-medium">{t('dimensions.evidence')}</th>
        </tr>
      </thead>
      <tbody>
        {DIMENSIONS.map((dimension) => {
          const result = dimensions[dimension]
          const evidence = result.status === 'graded' ? result.evidence : []
          return (
            <tr key={dimension} className="border-b border-hairline align-top">
              <th className="py-2 pr-4 font-normal">{t(`dimension.${dimension}`)}</th>
              <td className="py-2 pr-4">
                {levelOf(result) ?? ''} {wordOf(result)}
              </td>
              <td className="py-2">
                <ul>
                  {evidence.slice(0, 4).map((seen) => (
                    <li key={`${seen.turnIndex}-${seen.code}`}>
                      {t('frame:turn', { turn: seen.turnIndex + 1 })} {labelOf(seen.code)} <Quote text={seen.quote} />
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
