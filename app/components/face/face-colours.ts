import type { ClientView } from './view-types'

type Face = ClientView['face']

/** `shade` is for folds and the side away from the light, `blush` for cheeks. */
export const SKIN: Record<Face['skin'], { base: string; shade: string; line: string; blush: string }> = {
  light: { base: '#fbdcc6', shade: '#efbf9f', line: '#c98b68', blush: '#f19a86' },
  medium: { base: '#f2c8a3', shade: '#dfa67b', line: '#b4764b', blush: '#e3826a' },
  tan: { base: '#dca679', shade: '#c38657', line: '#93592f', blush: '#c9674c' },
}

export const HAIR: Record<Face['hairColour'], { base: string; light: string; brow: string }> = {
  black: { base: '#2d2932', light: '#4d4754', brow: '#2d2932' },
  brown: { base: '#5b3b2a', light: '#80573f', brow: '#4a3022' },
  grey: { base: '#8f9097', light: '#b9bac0', brow: '#6d6e75' },
  white: { base: '#dedbd5', light: '#f6f4ef', brow: '#a9a59d' },
}

export const LINE = '#352a2a'

const CLOTHES = ['#3f5f78', '#76608c', '#4d7a63', '#a8604b', '#b78337', '#55678f', '#8b4f62', '#4a7f86']
const BACKDROPS = ['#f4dfcd', '#dcebe6', '#ece4cf', '#e4deec', '#d9e5ef', '#f3dcd7']

/** The same person always wears the same: colours follow from the name. */
export function pickDress(name: string): { cloth: string; backdrop: string } {
  let sum = 0
  for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) >>> 0
  return { cloth: CLOTHES[sum % CLOTHES.length]!, backdrop: BACKDROPS[(sum >>> 4) % BACKDROPS.length]! }
}
