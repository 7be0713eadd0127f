import { type ComponentProps, useEffect, useState } from 'react'
import { keepDraft, readDraft } from '../ui/kept-draft'
import { RestoredNote } from '../ui/restored-note'
import { readKeptItem } from './item-draft'
import { ItemForm } from './item-form'
import { readItemDraft } from './read-item-form'
import type { ItemDraft } from './view-types'

type KeptItemFormProps = Omit<ComponentProps<typeof ItemForm>, 'onEdit'> & {
  /** Of the draft in this browser. */
  draftKey: string
  /** The draft is what was sent just now, and came back with faults. */
  isAnswer: boolean
}

/** The form of an item with what was typed and not saved before a reload, or before the session ran out. */
export function KeptItemForm({ draftKey, isAnswer, draft, ...rest }: KeptItemFormProps) {
  const [kept, setKept] = useState<ItemDraft | null>(null)
  // Once, when the form opens: what is typed from then on stands in its fields.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new draft of the same form is no reason to look again
  useEffect(() => {
    setKept(isAnswer ? null : readKeptItem(readDraft(draftKey), draft))
  }, [draftKey])
  const shown = isAnswer ? draft : (kept ?? draft)
  const discard = () => {
    keepDraft(draftKey, '')
    setKept(null)
  }
  return (
    <div className="grid gap-5">
      {kept && !isAnswer ? <RestoredNote onDiscard={discard} /> : null}
      <ItemForm
        key={JSON.stringify(shown)}
        draft={shown}
        onEdit={(form) => keepDraft(draftKey, JSON.stringify(readItemDraft(new FormData(form))))}
        {...rest}
      />
    </div>
  )
}
