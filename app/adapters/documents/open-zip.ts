import { Unzip, type UnzipFile, UnzipInflate, UnzipPassThrough } from 'fflate'
import { MAX_RATIO, MAX_UNPACKED_BYTES, MAX_ZIP_ENTRIES } from './limits'
import { FileRefused } from './refuse-file'

const SLICE_BYTES = 32 * 1024
/** Small parts may pack well without harm. */
const HARMLESS_BYTES = 4 * 1024 * 1024

/**
 * Unpacks a zip in small steps and counts what really comes out: the sizes that a zip states of itself can be false.
 *
 * @param isWanted names of parts to unpack; the others are listed only.
 * @throws FileRefused `zip-bomb` as soon as a limit is passed, `broken` for what is no whole zip.
 */
export function openZip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): { names: string[]; parts: Map<string, Uint8Array> } {
  const names: string[] = []
  const chunks = new Map<string, Uint8Array[]>()
  const done = new Set<string>()
  let total = 0
  const receive = (name: string, chunk: Uint8Array, isFinal: boolean) => {
    total += chunk.length
    const isTooMuch = total > MAX_UNPACKED_BYTES || (total > HARMLESS_BYTES && total > bytes.length * MAX_RATIO)
    if (isTooMuch) throw new FileRefused('zip-bomb', name)
    chunks.get(name)!.push(chunk)
    if (isFinal) done.add(name)
  }
  const unzip = new Unzip((file: UnzipFile) => {
    names.push(file.name)
    if (names.length > MAX_ZIP_ENTRIES) throw new FileRefused('zip-bomb', `> ${MAX_ZIP_ENTRIES}`)
    if (!isWanted(file.name)) return
    if (chunks.has(file.name)) throw new FileRefused('broken', file.name)
    chunks.set(file.name, [])
    file.ondata = (error, chunk, isFinal) => {
      if (error) throw error
      receive(file.name, chunk, isFinal)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  unzip.register(UnzipPassThrough)
  try {
    for (let at = 0; at < bytes.length; at += SLICE_BYTES)
      unzip.push(bytes.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= bytes.length)
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('broken')
  }
  const half = [...chunks.keys()].find((name) => !done.has(name))
  if (half !== undefined) throw new FileRefused('broken', half)
  return { names, parts: new Map([...chunks].map(([name, some]) => [name, Buffer.concat(some)])) }
}
