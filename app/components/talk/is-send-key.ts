type KeyPress = { key: string; shiftKey: boolean; isComposing: boolean; keyCode: number }

/** The code browsers give to every key that an input method still holds; Safari sends it when `isComposing` is false already. */
const HELD_BY_INPUT_METHOD = 229

/** Enter sends; with Shift it breaks the line; while an input method composes it only picks the word. */
export function isSendKey({ key, shiftKey, isComposing, keyCode }: KeyPress): boolean {
  return key === 'Enter' && !shiftKey && !isComposing && keyCode !== HELD_BY_INPUT_METHOD
}
