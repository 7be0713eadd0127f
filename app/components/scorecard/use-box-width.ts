import { useEffect, useRef, useState } from 'react'

/** @param atFirst px to draw with until the browser has measured. @returns the element's width, kept up to date. */
export function useBoxWidth(atFirst: number) {
  const ref = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(atFirst)
  useEffect(() => {
    const box = ref.current
    if (!box) return
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.max(240, Math.round(entry.contentRect.width)))
    })
    observer.observe(box)
    return () => observer.disconnect()
  }, [])
  return { ref, width }
}
