import type { Locale } from '~/domain/shared/localised'

export const FRAME_ROLES = ['trainee', 'trainer', 'manager', 'admin'] as const
export type FrameRole = (typeof FRAME_ROLES)[number]

export const THEMES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEMES)[number]

export const TEXT_SIZES = ['normal', 'large'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

export const PLACE_IDS = ['practise', 'learn', 'records', 'studio', 'knowledge', 'dashboard', 'admin', 'me'] as const
export type PlaceId = (typeof PLACE_IDS)[number]
/** A door in the bars. Give only those that this person may open. */
export type PlaceLink = {
  id: PlaceId
  to: string
  /** Other addresses that belong to it. */
  also?: readonly string[]
}

export type FrameView = {
  user: { name: string; role: FrameRole } | null
  places: PlaceLink[]
  locale: Locale
  theme: ThemeChoice
  textSize: TextSize
}

export type Crumb = { label: string; to: string }

/** What an error page may say: one of these, never the words of the exception. */
export type ErrorKind = 'not-found' | 'not-allowed' | 'not-signed-in' | 'offline' | 'busy' | 'broken'
