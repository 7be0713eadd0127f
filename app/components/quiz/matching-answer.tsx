import { useTranslation } from 'react-i18next'

type MatchingAnswerProps = { lefts: readonly string[]; rights: readonly string[]; given: readonly (string | null)[] }

/** Each left with a list of all rights: no dragging. */
export function MatchingAnswer({ lefts, rights, given }: MatchingAnswerProps) {
  const { t } = useTranslation('quiz')
  return (
    <ol className="grid gap-3">
      {lefts.map((left, at) => (
        <li key={left} className="rounded-card border border-hairline p-3">
          <label className="grid gap-2 md:grid-cols-2 md:items-center">
            <span className="min-w-0 break-words">{left}</span>
            <select
              name="right"
              defaultValue={given[at] ?? ''}
              className="min-h-11 w-full min-w-0 rounded-card border border-edge bg-surface px-3 py-2 text-body hover:border-teal"
            >
              <option value="">{t('question.choose')}</option>
              {rights.map((right) => (
                <option key={right} value={right}>
                  {right}
                </option>
              ))}
            </select>
          </label>
        </li>
      ))}
    </ol>
  )
}
