import type { Persona } from '~/domain/persona/persona-schema'

/** All that is needed to draw a client and to speak of them. */
export type ClientView = {
  /** Full name; up to 24 characters must fit. */
  name: string
  /** How the page speaks of them: 林老師 looks worried. */
  address: string
  age: number
  gender: Persona['gender']
  /** In the reader's language. */
  occupation: string
  face: Persona['face']
}
