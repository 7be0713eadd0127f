import { z } from 'zod'
import { CONCERN_NAMES } from '../shared/topics'
import { conditionSchema } from './duty-schema'

const code = z.string().regex(/^[a-z]+\.[a-z0-9_]+$/)

export const WORDING_ROLES = [
  'open',
  'purpose',
  'acknowledge',
  'empathy',
  'answer',
  'clarify',
  'scam',
  'disclose',
  'plain',
  'evidence',
  'ask',
  'check',
  'close',
  'decide',
] as const
export type WordingRole = (typeof WORDING_ROLES)[number]

const wordingBlockSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  role: z.enum(WORDING_ROLES),
  /** What it is meant to show; used to choose, never to score. */
  codes: z.array(code).min(1),
  concerns: z.array(z.enum(CONCERN_NAMES)).default([]),
  /** It can be used when any of these holds; always when empty. */
  when: z.array(conditionSchema).default([]),
  say: z.array(z.string().min(1)).min(4),
})
export type WordingBlock = z.infer<typeof wordingBlockSchema>

/** `content/wordings/*.yaml`; ids are unique over all files (see content/wordings/README.md). */
export const wordingsFileSchema = z.strictObject({
  version: z.number().int().positive(),
  blocks: z.array(wordingBlockSchema).min(1),
})

/** @returns ids that come twice, codes the catalogue lacks, and figures written out instead of a placeholder. */
export function checkWordings(blocks: readonly WordingBlock[], knownCodes: ReadonlySet<string>): string[] {
  const ids = blocks.map((block) => block.id)
  const repeated = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} comes twice`)
  const unknown = blocks.flatMap((block) =>
    block.codes.filter((one) => !knownCodes.has(one)).map((one) => `${block.id} names unknown code ${one}`),
  )
  const figures = blocks.flatMap((block) =>
    block.say.flatMap(listFigures).map((figure) => `${block.id} writes out the figure ${figure}`),
  )
  return [...repeated, ...unknown, ...figures]
}

/** 165 is the fraud line, the one figure that no product can change. */
function listFigures(text: string): string[] {
  const figures = text.replace(/\{[A-Za-z0-9]+\}/g, '').match(/\d+/g) ?? []
  return figures.filter((figure) => figure !== '165')
}
