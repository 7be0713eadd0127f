import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'

const labelsSchema = z.object({
  codes: z.array(z.object({ code: z.string(), quotes: z.array(z.string()) })),
  split: z.array(z.string()),
  quality: z.number().int().min(0).max(4),
})

/** A rated talk: labels stand on the trainee's turns. */
export const ratedTalkSchema = z.object({
  id: z.string(),
  product: z.string(),
  client_age: z.number().nullable(),
  turns: z.array(
    z.object({ who: z.enum(['client', 'trainee']), text: z.string(), consensus: labelsSchema.optional() }),
  ),
  consensus: z.object({ overall: z.number(), pass: z.boolean() }),
})
export type RatedTalk = z.infer<typeof ratedTalkSchema>

/** @returns every `*.json` talk of the folder, by file name. */
export async function loadRatedTalks(dir: string): Promise<RatedTalk[]> {
  const names = (await readdir(dir)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(
    names.map(async (name) => ratedTalkSchema.parse(JSON.parse(await readFile(path.join(dir, name), 'utf8')))),
  )
}
