import pino from 'pino'

export type Log = pino.Logger

/** One JSON line per event on standard output. Words of a talk, passwords and tokens are never passed in. */
export function createLog(level: string): Log {
  return pino({ level, base: null, serializers: { error: pino.stdSerializers.err } })
}
