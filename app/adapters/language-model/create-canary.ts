import { randomInt } from 'node:crypto'

const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ'

/** An unguessable string that no person would say: letters alone (51 bits), so that nothing else in a reply is mistaken for it. */
export function createCanary(): string {
  const draw = (count: number) => Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return `${draw(4)}-${draw(4)}-${draw(4)}`
}
