import { z } from 'zod'

export { inLocale, type Locale } from './in-locale'

/** A text that people see, in both languages of the product. */
export const localisedSchema = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
export type Localised = z.infer<typeof localisedSchema>
