import { z } from 'zod'

const MIN_LINES = 5
const MAX_LINES = 8
const MAX_LINE = 400
/** The demo's talks lie in the four weeks before it was set up. */
const MAX_DAYS_AGO = 28

const demoTalkSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Id of a demo person. */
  person: z.string().min(1),
  scenario: z.string().min(1),
  daysAgo: z.int().min(1).max(MAX_DAYS_AGO),
  /** Time of day in Taiwan. */
  at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  /** What the trainee says, turn by turn. */
  says: z.array(z.string().min(1).max(MAX_LINE)).min(MIN_LINES).max(MAX_LINES),
})

/** `content/demo-talks.yaml`: words only; what they are worth is left to the judge. */
export const demoTalksFileSchema = z
  .strictObject({ version: z.literal(1), talks: z.array(demoTalkSchema).min(1) })
  .superRefine(({ talks }, context) => {
    const seen = new Set<string>()
    for (const [index, { id }] of talks.entries()) {
      if (seen.has(id))
        context.addIssue({ code: 'custom', path: ['talks', index, 'id'], message: `'${id}' comes twice` })
      seen.add(id)
    }
  })

export type DemoTalk = z.infer<typeof demoTalkSchema>
