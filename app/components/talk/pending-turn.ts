import type { SentTurn } from './send-turn'

const keyOf = (roleplayId: string) => `duilian.pending.${roleplayId}`

// A turn is kept here from the press of Enter until the server has confirmed it, so that a closed tab does not lose it.

export function readPendingTurn(roleplayId: string): SentTurn | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(roleplayId)) ?? 'null')
    return isSentTurn(stored) ? stored : null
  } catch {
    return null
  }
}

export function keepPendingTurn(roleplayId: string, turn: SentTurn | null): void {
  try {
    if (turn) localStorage.setItem(keyOf(roleplayId), JSON.stringify(turn))
    else localStorage.removeItem(keyOf(roleplayId))
  } catch {
    // Storage may be forbidden: the turn then lives as long as the page.
  }
}

function isSentTurn(value: unknown): value is SentTurn {
  const turn = value as Partial<SentTurn> | null
  return typeof turn?.turnId === 'string' && typeof turn.text === 'string' && typeof turn.turnIndex === 'number'
}
