import { useEffect, useState } from 'react'
import type { ImportView } from './view-types'

const POLL_MS = 700

/** @returns null while the line is gone; the import goes on without us. */
async function fetchImport(importId: string): Promise<ImportView | null> {
  try {
    const response = await fetch(`/api/v1/knowledge/imports/${importId}`)
    return response.ok ? ((await response.json()) as ImportView) : null
  } catch {
    return null
  }
}

/** Follows an import until it has ended. @param onEnd called once, with the last state shown. */
export function useImport(importId: string | null, first: ImportView | null, onEnd: () => void): ImportView | null {
  const [state, setState] = useState(first)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new id starts anew; onEnd changes with every render
  useEffect(() => {
    if (!importId) return
    let isOver = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const next = await fetchImport(importId)
      if (isOver) return
      if (next) setState(next)
      if (next && next.status !== 'running') onEnd()
      else timer = setTimeout(ask, POLL_MS)
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [importId])
  return state?.importId === importId ? state : null
}
