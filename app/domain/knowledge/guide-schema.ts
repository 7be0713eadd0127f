import { z } from 'zod'
import { localisedSchema } from '../shared/localised'

/** The front matter of a sales guide (`content/knowledge/guides/*.md`). */
export const guideSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: localisedSchema,
  kind: z.literal('guide'),
  version: z.string().min(1),
  effectiveFrom: z.iso.date(),
})
export type Guide = z.infer<typeof guideSchema>
