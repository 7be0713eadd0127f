import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures')
const read = (name: string): unknown => parse(readFileSync(path.join(FIXTURES, name), 'utf8'))

const line = z.string().min(1)
const batterySchema = z.strictObject({
  attacks: z
    .array(
      z.strictObject({
        id: line,
        channel: z.enum(['trainee', 'document']),
        family: line,
        before: z.array(line).optional(),
        /** Of documents, as in attacks-in-documents.yaml. */
        core: line.optional(),
        text: line,
      }),
    )
    .min(140),
  harmless: z.array(line).min(60),
})
const halvesSchema = z.strictObject({
  attacks: z.record(line, z.array(z.strictObject({ before: z.array(line).optional(), text: line }))),
  honest: z.record(line, z.array(line)),
})
const laterSchema = z.strictObject({
  attacks: z.array(line),
  harmless: z.array(line),
  unseenAttacks: z.array(line),
  unseenHarmless: z.array(line),
})
const documentsSchema = z.strictObject({
  documents: z.record(line, z.array(z.strictObject({ text: line, core: line }))),
})

/** An attack of a trainee, with the lines said before it. */
export type SaidAttack = { family: string; text: string; before: string[] }
/** `tuned`: what the detector was made on; `held-out`: what it was not. */
type Half = 'tuned' | 'held-out' | 'all'

/** Of each family the first, third, fifth … are for tuning, the others are held out. */
function isIn(half: Half, index: number): boolean {
  return half === 'all' || (half === 'tuned') === (index % 2 === 0)
}

export function listAttacks(half: Half): SaidAttack[] {
  const battery = batterySchema.parse(read('attacks.yaml')).attacks.filter((one) => one.channel === 'trainee')
  const halves = halvesSchema.parse(read('attacks-in-halves.yaml')).attacks
  const later = laterSchema.parse(read('attacks-later.yaml'))
  const plain = (texts: readonly string[]) => texts.map((text) => ({ family: 'later', text, before: [] }))
  return [
    ...(half === 'held-out' ? [] : battery.map(({ family, text, before = [] }) => ({ family, text, before }))),
    ...(half === 'held-out' ? [] : plain(later.attacks)),
    ...(half === 'tuned' ? [] : plain(later.unseenAttacks)),
    ...Object.entries(halves).flatMap(([family, all]) =>
      all.filter((_, i) => isIn(half, i)).map(({ text, before = [] }) => ({ family, text, before })),
    ),
  ]
}

/** Honest sentences that share their words with attacks. */
export function listHonest(half: Half): string[] {
  const later = laterSchema.parse(read('attacks-later.yaml'))
  const halves = halvesSchema.parse(read('attacks-in-halves.yaml')).honest
  return [
    ...(half === 'held-out' ? [] : [...batterySchema.parse(read('attacks.yaml')).harmless, ...later.harmless]),
    ...(half === 'tuned' ? [] : later.unseenHarmless),
    ...Object.values(halves).flatMap((all) => all.filter((_, i) => isIn(half, i))),
  ]
}

/** `core`: words that must reach neither a model nor a reader. */
export type DocumentAttack = { family: string; text: string; core: string }

export function listDocumentAttacks(half: Half): DocumentAttack[] {
  const battery = batterySchema.parse(read('attacks.yaml')).attacks.filter((one) => one.channel === 'document')
  const { documents } = documentsSchema.parse(read('attacks-in-documents.yaml'))
  return [
    ...(half === 'held-out' ? [] : battery.map(({ family, text, core }) => ({ family, text, core: core! }))),
    ...Object.entries(documents).flatMap(([family, all]) =>
      all.filter((_, i) => isIn(half, i)).map((one) => ({ family, ...one })),
    ),
  ]
}
