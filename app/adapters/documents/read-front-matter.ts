import { parse } from 'yaml'
import { z } from 'zod'
import { DOCUMENT_KINDS } from '../../domain/knowledge/passage'

const text = z.string().min(1).max(200)
/** What the head of a Markdown file may say of itself; everything else in it is left alone. */
const headSchema = z.object({
  id: text.optional(),
  title: z.union([text, z.object({ zh: text }).transform(({ zh }) => zh)]).optional(),
  name: z.union([text, z.object({ zh: text }).transform(({ zh }) => zh)]).optional(),
  kind: z.enum(DOCUMENT_KINDS).optional().catch(undefined),
  version: z.union([z.string(), z.number()]).transform(String).pipe(text).optional(),
  effectiveFrom: z.union([z.iso.date(), z.date().transform((date) => date.toISOString().slice(0, 10))]).optional(),
})
export type FrontMatter = z.output<typeof headSchema>

/** @returns what the front matter says; empty where there is none or it cannot be understood. */
export function readFrontMatter(source: string): FrontMatter {
  const head = /^\uFEFF?---\r?\n([\s\S]{0,20000}?)\r?\n---\r?\n/u.exec(source)?.[1]
  if (head === undefined) return {}
  try {
    // No aliases: a few lines of them can stand for gigabytes.
    const result = headSchema.safeParse(parse(head, { maxAliasCount: 0 }))
    return result.success ? result.data : {}
  } catch {
    return {}
  }
}
