import type { ItemSource } from '../../item'
import type { WriteContext } from '../candidate'

/** A numbered point of a product sheet, in the parts that questions are made of. */
export type Clause = {
  source: ItemSource
  /** Name of the product. */
  title: string
  /** Heading without its number: 風險揭露. */
  section: string
  /** What stands before the first colon, where the point is of the form 匯率風險：…; else null. */
  label: string | null
  /** Without number; the part behind the label where there is one. */
  body: string
  /** Without number and label, each with its full stop. */
  sentences: readonly string[]
}

const NUMBER = /^\d+(?:\.\d+)+\s+/u
const LABEL = /^([^：，。；（]{2,16})：(.+)$/su

/** Each point is compared with all others: what was read once is kept as long as its source is. */
const READ = new WeakMap<ItemSource, Clause | null>()
const READ_ALL = new WeakMap<WriteContext['sources'], readonly Clause[]>()

/** @returns the point, or null for the introduction of a sheet and for sources that are no product's. */
export function readClause(source: ItemSource): Clause | null {
  const known = READ.get(source)
  if (known !== undefined) return known
  const clause = parseClause(source)
  READ.set(source, clause)
  return clause
}

function parseClause(source: ItemSource): Clause | null {
  if (source.kind !== 'product' || !NUMBER.test(source.text)) return null
  const text = source.text.replace(NUMBER, '').trim()
  const [, label, rest] = LABEL.exec(text) ?? []
  const body = rest ?? text
  return {
    source,
    title: source.title,
    section: (source.headings.at(-1) ?? '').replace(/^\d+[.、]\s*/u, ''),
    label: label ?? null,
    body,
    sentences: body.split(/(?<=。)/u).flatMap((one) => one.trim() || []),
  }
}

/** @returns the points of one product, in the order of the sheet. */
export function listClauses(documentId: string, context: WriteContext): Clause[] {
  return context.listSiblings(documentId).flatMap((one) => readClause(one) ?? [])
}

/** @returns the points of all products of this round. */
export function listAllClauses({ sources }: WriteContext): readonly Clause[] {
  const known = READ_ALL.get(sources)
  if (known) return known
  const all = sources.flatMap((one) => readClause(one) ?? [])
  READ_ALL.set(sources, all)
  return all
}
