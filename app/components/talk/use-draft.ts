import { useCallback, useEffect, useState } from 'react'
import { keepDraft, readDraft } from '../ui/kept-draft'

/** Is there anything typed and not sent? */
export const hasDraft = (roleplayId: string) => readDraft(roleplayId) !== ''

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
