import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '~/domain/knowledge/passage'
import { TextField } from '../ui/field'
import { MakeFault } from './make-fault'

export type MakeDocument = { id: string; title: string; kind: DocumentKind; passages: number }

type DocumentChoiceProps = { documents: readonly MakeDocument[]; chosen: readonly string[]; fault: string | undefined }

/** Documents to tick, with a box to find them; what is ticked stays ticked while one looks for more. */
export function DocumentChoice({ documents, chosen, fault }: DocumentChoiceProps) {
  const { t } = useTranslation(['quiz', 'knowledge'])
  const [words, setWords] = useState('')
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(chosen))
  const isFound = (one: MakeDocument) => one.title.toLowerCase().includes(words.trim().toLowerCase())
  const toggle = (id: string) => {
    const next = new Set(ticked)
    if (!next.delete(id)) next.add(id)
    setTicked(next)
  }
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">{t('make.source.documents')}</legend>
      <TextField
        name="find"
        type="search"
        label={t('make.find')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
        autoComplete="off"
      />
      <p role="status" className="text-small text-ink-soft">
        {t('make.chosen', { count: ticked.size })}
      </p>
      <ul className="grid max-h-80 gap-x-4 overflow-y-auto rounded-card border border-hairline p-2 sm:grid-cols-2">
        {documents.map((one) => (
          <li key={one.id} className={isFound(one) ? undefined : 'hidden'}>
            <label className="flex min-h-11 cursor-pointer items-center gap-3 rounded-card px-2 hover:bg-sunken">
              <input
                type="checkbox"
                name="documentIds"
                value={one.id}
                checked={ticked.has(one.id)}
                onChange={() => toggle(one.id)}
                className="size-5 shrink-0 accent-teal"
              />
              <span className="min-w-0 flex-1 break-words py-1">{one.title}</span>
              <span className="shrink-0 text-small text-ink-soft">{t(`knowledge:kind.${one.kind}`)}</span>
            </label>
          </li>
        ))}
      </ul>
      <MakeFault text={fault} />
    </fieldset>
  )
}
