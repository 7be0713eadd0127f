import { unstable_parseMultipartFormData as parseMultipart } from '@remix-run/node'
import { MAX_FILE_BYTES, MAX_UPLOAD_BYTES } from '../domain/knowledge/import-limits'
import { DOCUMENT_KINDS, type DocumentKind } from '../domain/knowledge/passage'
import { DomainError } from '../domain/shared/domain-error'

const MAX_FIELD_BYTES = 1_000
const MAX_NAME_CHARACTERS = 200

/** `bytes` null for a file over its limit: more than that is never held. */
type Received = { name: string; sizeBytes: number; bytes: Uint8Array | null }

/**
 * Reads an upload: `files` (several), and `kind`, guide where none is given. A file over its limit is told as refused, the others go on.
 *
 * @throws DomainError `bad-input` for what is no multipart form, `too-long` when all together are over their limit.
 */
export async function receiveFiles(request: Request): Promise<{ files: Received[]; kind: DocumentKind }> {
  if (!/^multipart\/form-data\b/iu.test(request.headers.get('content-type') ?? ''))
    throw new DomainError('bad-input', 'send multipart/form-data with one or more `files`', { files: 'required' })
  if (Number(request.headers.get('content-length') ?? 0) > MAX_UPLOAD_BYTES) throw tooMuch()
  const files: Received[] = []
  let total = 0
  let kind: string | undefined
  const takePart = async (part: { name: string; filename?: string | undefined; data: AsyncIterable<Uint8Array> }) => {
    const isFile = part.filename !== undefined
    const limit = isFile ? MAX_FILE_BYTES : MAX_FIELD_BYTES
    const { bytes, sizeBytes } = await readPart(part.data, limit, MAX_UPLOAD_BYTES - total)
    total += sizeBytes
    if (part.name === 'kind' && !isFile) kind = new TextDecoder().decode(bytes ?? new Uint8Array())
    // An empty box of a form is sent as a file without a name.
    if (part.name === 'files' && part.filename) files.push({ name: cleanName(part.filename), sizeBytes, bytes })
    return null
  }
  try {
    await parseMultipart(request, takePart)
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw new DomainError('bad-input', 'the form is broken or incomplete')
  }
  return { files, kind: DOCUMENT_KINDS.find((one) => one === kind) ?? 'guide' }
}

function tooMuch(): DomainError {
  return new DomainError('too-long', `over ${MAX_UPLOAD_BYTES / 1024 / 1024} MB in one upload`)
}

/** @returns `bytes` null when the part is over its limit; it is read to its end all the same, so that the next can follow. */
async function readPart(data: AsyncIterable<Uint8Array>, limit: number, left: number) {
  let chunks: Uint8Array[] | null = []
  let sizeBytes = 0
  for await (const chunk of data) {
    sizeBytes += chunk.length
    if (sizeBytes > left) throw tooMuch()
    if (sizeBytes > limit) chunks = null
    chunks?.push(chunk)
  }
  return { bytes: chunks && new Uint8Array(Buffer.concat(chunks)), sizeBytes }
}

/** The file's own name, without a path and what nobody can see. */
function cleanName(name: string): string {
  const plain = name
    .replace(/^.*[\\/]/u, '')
    .replace(/\p{C}/gu, '')
    .trim()
  const characters = [...plain]
  return characters.length <= MAX_NAME_CHARACTERS ? plain : `…${characters.slice(-MAX_NAME_CHARACTERS).join('')}`
}
