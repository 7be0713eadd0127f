import { createHash, randomBytes } from 'node:crypto'
import type { Secrets } from '~/domain/ports'

const SECRET_BYTES = 32

/** A plain SHA-256 is enough for secrets of 256 random bits: there is nothing to guess. */
export const systemSecrets: Secrets = {
  make: () => randomBytes(SECRET_BYTES).toString('base64url'),
  hash: (secret) => createHash('sha256').update(secret).digest('hex'),
}
