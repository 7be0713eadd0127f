import { hash, verify } from '@node-rs/argon2'
import type { Passwords } from '~/domain/ports'

/** Argon2id with 19 MiB, 2 passes, 1 lane. Source: OWASP Password Storage Cheat Sheet. */
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const argon2Passwords: Passwords = {
  hash: (password) => hash(password, SETTINGS),
  matches: (password, encoded) => verify(encoded, password),
}
