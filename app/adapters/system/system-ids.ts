import { randomBytes } from 'node:crypto'
import type { Ids } from '~/domain/ports'

const TIME_BYTES = 6
const RANDOM_BYTES = 12

/** Ids of 36 hex digits: milliseconds since 1970 first, so that they sort by time, then 96 random bits. */
export const systemIds: Ids = {
  next() {
    const time = Buffer.alloc(TIME_BYTES)
    time.writeUIntBE(Date.now(), 0, TIME_BYTES)
    return Buffer.concat([time, randomBytes(RANDOM_BYTES)]).toString('hex')
  },
}
