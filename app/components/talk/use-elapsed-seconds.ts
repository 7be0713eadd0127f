import { useEffect, useState } from 'react'

/** @param atLoad seconds when the server answered. @param isRunning false stops the count. @returns whole seconds by now. */
export function useElapsedSeconds(atLoad: number, isRunning: boolean): number {
  const [elapsed, setElapsed] = useState(Math.floor(atLoad))
  useEffect(() => {
    if (!isRunning) return
    const openedAt = performance.now()
    const timer = setInterval(() => setElapsed(Math.floor(atLoad + (performance.now() - openedAt) / 1000)), 1000)
    return () => clearInterval(timer)
  }, [atLoad, isRunning])
  return elapsed
}
