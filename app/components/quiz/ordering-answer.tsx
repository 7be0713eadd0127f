import { ArrowDown, ArrowUp } from 'lucide-react'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'

type OrderingAnswerProps = { steps: readonly string[]; onMoved: () => void }

/** Steps with a button up and one down. Without a script each press is sent; with one it happens here and is read out. */
export function OrderingAnswer({ steps: given, onMoved }: OrderingAnswerProps) {
  const { t } = useTranslation('quiz')
  const [steps, setSteps] = useState<readonly string[]>(given)
  const [said, setSaid] = useState('')
  const listRef = useRef<HTMLOListElement>(null)
  const focusOn = useRef<string | null>(null)

  // The button that was pressed has moved with its step: the focus goes with it, and the new order can be saved now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every change of the order, nothing else
  useEffect(() => {
    if (focusOn.current === null) return
    const buttons = listRef.current?.querySelectorAll<HTMLButtonElement>('button') ?? []
    const wanted = [...buttons].find((one) => one.value === focusOn.current)
    const target = wanted?.disabled ? wanted.parentElement?.querySelector<HTMLButtonElement>('button:enabled') : wanted
    target?.focus()
    focusOn.current = null
    onMoved()
  }, [steps])

  const move = (event: MouseEvent, from: number, direction: 'up' | 'down') => {
    event.preventDefault()
    const to = direction === 'up' ? from - 1 : from + 1
    const moved = [...steps]
    ;[moved[from], moved[to]] = [moved[to]!, moved[from]!]
    focusOn.current = `${direction}:${to}`
    setSteps(moved)
    setSaid(t('question.moved', { step: steps[from], place: to + 1, total: steps.length }))
  }
  return (
    <div className="grid gap-2">
      <p className="text-small text-ink-soft">{t('question.order')}</p>
      <ol ref={listRef} className="grid gap-2">
        {steps.map((step, at) => (
          <li key={step} className="flex items-center gap-3 rounded-card border border-edge bg-surface p-2 pl-3">
            <input type="hidden" name="step" value={step} />
            <span aria-hidden="true" className="w-5 shrink-0 text-right text-ink-soft">
              {at + 1}
            </span>
            <span className="min-w-0 flex-1 break-words">{step}</span>
            <span className="flex shrink-0 gap-1">
              {(['up', 'down'] as const).map((direction) => (
                <Button
                  key={direction}
                  type="submit"
                  name="move"
                  value={`${direction}:${at}`}
                  formNoValidate
                  disabled={direction === 'up' ? at === 0 : at === steps.length - 1}
                  onClick={(event) => move(event, at, direction)}
                  aria-label={t(`question.${direction}`, { step })}
                  className="size-11 px-0!"
                >
                  {direction === 'up' ? (
                    <ArrowUp aria-hidden className="size-5" />
                  ) : (
                    <ArrowDown aria-hidden className="size-5" />
                  )}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}
