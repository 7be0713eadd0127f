import { Timer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatElapsed } from '../ui/format-date'
import { joinClasses } from '../ui/join-classes'

/** Seconds at which the rest is read out. */
const TOLD_AT = [600, 300, 60, 10]
const LITTLE_SECONDS = 60

type TimeLeftProps = {
  deadline: string
  /** The server's clock when the page was made. */
  now: string
  onOver: () => void
}

/** Time that is left, counted on the server's clock; read out politely and seldom. */
export function TimeLeft({ deadline, now, onOver }: TimeLeftProps) {
  const { t } = useTranslation('quiz')
  const atLoad = Math.max(0, Math.ceil((Date.parse(deadline) - Date.parse(now)) / 1000))
  const [left, setLeft] = useState(atLoad)
  const [said, setSaid] = useState('')
  const over = useRef(onOver)
  over.current = onOver

  useEffect(() => {
    const openedAt = performance.now()
    let before = atLoad
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil(atLoad - (performance.now() - openedAt) / 1000))
      const told = TOLD_AT.find((one) => before > one && seconds <= one)
      if (told)
        setSaid(told >= 60 ? t('time.minutesLeft', { minutes: told / 60 }) : t('time.secondsLeft', { seconds: told }))
      if (before > 0 && seconds === 0) {
        clearInterval(timer)
        // A moment later, so that the server's clock is past it too.
        setTimeout(() => over.current(), 1_200)
      }
      before = seconds
      setLeft(seconds)
    }, 500)
    return () => clearInterval(timer)
  }, [atLoad, t])

  return (
    <span
      className={joinClasses(
        'inline-flex items-center gap-1.5 whitespace-nowrap font-medium',
        left <= LITTLE_SECONDS && 'text-breach',
      )}
    >
      <Timer aria-hidden className="size-4 shrink-0" />
      <span role="timer" aria-label={t('time.left')}>
        {left === 0 ? t('time.over') : formatElapsed(left)}
      </span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </span>
  )
}
