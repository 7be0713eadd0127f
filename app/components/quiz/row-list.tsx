import { CircleAlert, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'

type RowListProps = {
  legend: string
  hint?: ReactNode
  fault?: string | undefined
  /** Rows that hold something. */
  filled: number
  least: number
  most: number
  addLabel: string
  renderRow: (at: number) => ReactNode
}

/** Rows of a form, one empty one behind them; empty rows are dropped when it is sent. The button gives more of them. */
export function RowList({ legend, hint, fault, filled, least, most, addLabel, renderRow }: RowListProps) {
  const { t } = useTranslation('quiz')
  const [rows, setRows] = useState(Math.min(most, Math.max(least, filled + 1)))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">{legend}</legend>
      {hint ? <p className="text-small text-ink-soft">{hint}</p> : null}
      {fault ? (
        <p role="alert" className="flex items-start gap-1.5 text-small font-medium text-breach">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {fault}
        </p>
      ) : null}
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
        <div key={at} className="rounded-card border border-hairline p-3">
          {renderRow(at)}
        </div>
      ))}
      {rows < most ? (
        <div>
          <Button size="small" onClick={() => setRows(rows + 1)} icon={<Plus aria-hidden className="size-4" />}>
            {addLabel}
          </Button>
        </div>
      ) : (
        <p className="text-small text-ink-soft">{t('form.atMost', { most })}</p>
      )}
    </fieldset>
  )
}
