import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'

/** Vectors that were asked for before, by the checksum of their text; kept on the disk so that a restart does not ask again. */
export type VectorCache = {
  find(text: string): Float32Array | undefined
  /** Vectors of another length than those kept begin a new file. */
  keep(texts: readonly string[], vectors: readonly Float32Array[]): Promise<void>
  /** How many are kept. */
  readonly size: number
}

const MAGIC = 'duilian-vectors-1'
const HEAD_BYTES = 64
const KEY_BYTES = 32

/**
 * Opens the file of one model. A record that was cut off by a crash, and a file that is none of ours, are passed over and written anew.
 *
 * @param folder under the data folder; made when it is not there.
 * @param name of the model and its server: another model's vectors mean nothing here.
 */
export async function openVectorCache(folder: string, name: string): Promise<VectorCache> {
  const known = new Map<string, Float32Array>()
  const file = path.join(folder, `${sha256(name).slice(0, 32)}.bin`)
  await fs.mkdir(folder, { recursive: true })
  const bytes = await fs.readFile(file).catch(() => Buffer.alloc(0))
  const { length, end } = readRecords(bytes, known)
  let dimensions = length
  // So that what is added next begins where a record begins.
  if (dimensions > 0 && end < bytes.length) await fs.truncate(file, end)
  return {
    find: (text) => known.get(sha256(text)),
    async keep(texts, vectors) {
      const length = vectors[0]?.length ?? 0
      if (length === 0) return
      const isNewFile = length !== dimensions
      if (isNewFile) {
        known.clear()
        dimensions = length
      }
      const fresh = texts.flatMap((text, i) => (known.has(sha256(text)) ? [] : [[sha256(text), vectors[i]!] as const]))
      const unique = new Map(fresh)
      for (const [key, vector] of unique) known.set(key, vector)
      const records = Buffer.concat([...unique].map(([key, vector]) => writeRecord(key, vector)))
      if (isNewFile) await fs.writeFile(file, Buffer.concat([writeHead(dimensions), records]))
      else await fs.appendFile(file, records)
    },
    get size() {
      return known.size
    },
  }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function writeHead(dimensions: number): Buffer {
  const head = Buffer.alloc(HEAD_BYTES)
  head.write(MAGIC, 0, 'ascii')
  head.writeUInt32LE(dimensions, 32)
  return head
}

function writeRecord(key: string, vector: Float32Array): Buffer {
  const values = Buffer.alloc(vector.length * 4)
  for (const [i, value] of vector.entries()) values.writeFloatLE(value, i * 4)
  return Buffer.concat([Buffer.from(key, 'hex'), values])
}

/** @returns the length of its vectors, 0 for a file that is not ours, and where its last whole record ends. */
function readRecords(bytes: Buffer, into: Map<string, Float32Array>): { length: number; end: number } {
  if (bytes.length < HEAD_BYTES || bytes.toString('ascii', 0, MAGIC.length) !== MAGIC) return { length: 0, end: 0 }
  const dimensions = bytes.readUInt32LE(32)
  const size = KEY_BYTES + dimensions * 4
  if (dimensions === 0) return { length: 0, end: 0 }
  let at = HEAD_BYTES
  for (; at + size <= bytes.length; at += size) {
    const vector = new Float32Array(dimensions)
    for (let i = 0; i < dimensions; i++) vector[i] = bytes.readFloatLE(at + KEY_BYTES + i * 4)
    into.set(bytes.toString('hex', at, at + KEY_BYTES), vector)
  }
  return { length: dimensions, end: at }
}
