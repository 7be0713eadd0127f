const PREFIX = 'duilian.draft.'

/**
 * What was typed and not sent, in this browser; '' where there is nothing.
 *
 * Storage may be forbidden (private windows, strict settings): then the draft simply lives as long as the page.
 */
export function readDraft(key: string): string {
  try {
    return localStorage.getItem(PREFIX + key) ?? ''
  } catch {
    return ''
  }
}

/** An empty text forgets the draft. */
export function keepDraft(key: string, text: string): void {
  try {
    if (text) localStorage.setItem(PREFIX + key, text)
    else localStorage.removeItem(PREFIX + key)
  } catch {
    // Nothing to do: see readDraft.
  }
}

/** The draft of one version of a thing: once there is another version it is out of date. */
export const nameVersionDraft = (thing: string, version: number) => `${thing}.v${version}`

/** Forgets the drafts of versions before this one: they were saved, or somebody else has gone on meanwhile. */
export function forgetOldDrafts(thing: string, version: number): void {
  try {
    const start = `${PREFIX}${thing}.v`
    for (const key of Object.keys(localStorage))
      if (key.startsWith(start) && Number(key.slice(start.length)) < version) localStorage.removeItem(key)
  } catch {
    // Nothing to do: see readDraft.
  }
}
