import { useEffect, useRef, useState } from 'react'

const SIGNS_PER_SECOND = 30

const wantsNoMotion = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

/**
 * Lets a growing text appear at the pace of speech.
 *
 * @param text what has arrived so far; only ever grows.
 * @param isFresh false for text that was there when the page opened: it stands at once.
 * @returns what to show now; all of it for those who asked for no motion.
 */
export function useRevealedText(text: string, isFresh: boolean): string {
  const [shown, setShown] = useState(isFresh ? 0 : text.length)
  const shownRef = useRef(shown)

  useEffect(() => {
    if (shownRef.current >= text.length) return
    const show = (count: number) => {
      shownRef.current = count
      setShown(count)
    }
    if (!isFresh || wantsNoMotion()) return show(text.length)
    const from = shownRef.current
    const startedAt = performance.now()
    let frame = 0
    const step = () => {
      const due = from + Math.floor(((performance.now() - startedAt) / 1000) * SIGNS_PER_SECOND)
      if (due > shownRef.current) show(Math.min(text.length, due))
      if (shownRef.current < text.length) frame = requestAnimationFrame(step)
    }
    frame = requestAnimationFrame(step)
    return () => cancelAnimationFrame(frame)
  }, [text, isFresh])

  return text.slice(0, shown)
}
