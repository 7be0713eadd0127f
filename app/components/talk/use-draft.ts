import { useCallback, useEffect, useState } from 'react'

const keyOf = (roleplayId: string) => `duilian.draft.${roleplayId}`

/** Storage may be forbidden (private windows, strict settings): then the draft simply lives as long as the page. */
function readDraft(roleplayId: string): string {
  try {
    return localStorage.getItem(keyOf(roleplayId)) ?? ''
  } catch {
    return ''
  }
}

/** Is there anything typed and not sent? */
export const hasDraft = (roleplayId: string) => readDraft(roleplayId) !== ''

/** An empty text forgets the draft. */
export function keepDraft(roleplayId: string, text: string) {
  try {
    if (text) localStorage.setItem(keyOf(roleplayId), text)
    else localStorage.removeItem(keyOf(roleplayId))
  } catch {
    // Nothing to do: see readDraft.
  }
}

/** What was typed and not sent; survives a reload. */
export function useDraft(roleplayId: string) {
  const [text, setText] = useState('')
  const [wasRestored, setWasRestored] = useState(false)
  useEffect(() => {
    const kept = readDraft(roleplayId)
    if (!kept) return
    setText(kept)
    setWasRestored(true)
  }, [roleplayId])
  const change = useCallback(
    (next: string) => {
      setText(next)
      setWasRestored(false)
      keepDraft(roleplayId, next)
    },
    [roleplayId],
  )
  return { text, wasRestored, change }
}
