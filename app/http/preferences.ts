import { createCookie } from '@remix-run/node'
import { z } from 'zod'
import type { Locale } from '../domain/shared/localised'

const preferencesSchema = z.object({
  locale: z.enum(['zh-Hant', 'en']).optional().catch(undefined),
  theme: z.enum(['light', 'dark', 'system']).catch('system').default('system'),
  textSize: z.enum(['normal', 'large']).catch('normal').default('normal'),
})
export type Preferences = { locale: Locale; theme: 'light' | 'dark' | 'system'; textSize: 'normal' | 'large' }

const YEAR_SECONDS = 365 * 24 * 60 * 60
const cookie = createCookie('preferences', { path: '/', sameSite: 'lax', httpOnly: true, maxAge: YEAR_SECONDS })

/** English only for those whose browser asks for it before any Chinese. */
function preferredLocale(request: Request): Locale {
  const languages = (request.headers.get('accept-language') ?? '').toLowerCase().split(',')
  const first = languages.map((tag) => tag.trim()).find((tag) => tag.startsWith('zh') || tag.startsWith('en'))
  return first?.startsWith('en') ? 'en' : 'zh-Hant'
}

/** What the person chose, else what their browser asks for. */
export async function readPreferences(request: Request): Promise<Preferences> {
  const stored: unknown = await cookie.parse(request.headers.get('cookie'))
  const { locale, theme, textSize } = preferencesSchema.parse(typeof stored === 'object' && stored ? stored : {})
  return { locale: locale ?? preferredLocale(request), theme, textSize }
}

/** @param form fields `locale`, `theme`, `textSize`; those left out or unknown stay as they are. */
export async function changePreferences(request: Request, form: FormData): Promise<string> {
  const before = await readPreferences(request)
  const after = preferencesSchema.parse({ ...before, ...Object.fromEntries(form) })
  return cookie.serialize({ ...before, ...after, locale: after.locale ?? before.locale })
}
