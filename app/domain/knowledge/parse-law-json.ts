import { z } from 'zod'
import { buildLaw, type LawBlock, readArticleNumber } from './build-law'
import { describeFault, type ParseResult, refuse } from './parsed-document'
import { readCompactDate } from './read-roc-date'

/** One law in the Ministry of Justice's JSON; keys we do not read may be there. */
const lawJsonSchema = z.object({
  法規性質: z.string().default(''),
  法規名稱: z.string().min(1),
  法規網址: z.string().optional(),
  最新異動日期: z.string(),
  生效日期: z.string().optional(),
  生效內容: z.string().default(''),
  廢止註記: z.string().default(''),
  法規內容: z.array(z.union([z.object({ 條號: z.string(), 條文內容: z.string() }), z.object({ 編章節: z.string() })])),
})

/**
 * Reads one law in the Ministry of Justice's JSON form.
 *
 * @param source the file's text; a byte order mark is allowed.
 * @returns the law with its articles under their headings, or why it is refused. Both the date of the last amendment and the date from which the
 *   text is in force are kept (see `decideEffectiveDates`).
 */
export function parseLawJson(source: string): ParseResult {
  if (source.trim() === '') return refuse(describeFault('empty'))
  let json: unknown
  try {
    json = JSON.parse(source.replace(/^\uFEFF/u, ''))
  } catch {
    return refuse(describeFault('not-json'))
  }
  const read = lawJsonSchema.safeParse(json)
  if (!read.success) return refuse(describeFault('not-a-law', read.error.issues[0]?.path.join('.')))
  const law = read.data
  const blocks: LawBlock[] = []
  for (const part of law.法規內容) {
    if ('編章節' in part) blocks.push({ heading: part.編章節 })
    else {
      const article = readArticleNumber(part.條號)
      if (article === null) return refuse(describeFault('not-a-law', part.條號))
      blocks.push({ article, text: joinLines(part.條文內容) })
    }
  }
  return buildLaw(
    {
      name: law.法規名稱.trim(),
      level: law.法規性質,
      amendedOn: readCompactDate(law.最新異動日期),
      effectiveNote: law.生效內容.replace(/\r\n/gu, '\n').trim(),
      statedFrom: law.生效日期 === undefined ? null : readCompactDate(law.生效日期),
      isRepealed: law.廢止註記.trim() !== '',
      sourceUrl: law.法規網址 ?? null,
    },
    blocks,
  )
}

function joinLines(text: string): string {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
