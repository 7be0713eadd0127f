export type SendResult = { status: 'sent'; importId: string } | { status: 'failed'; reason: string }

/**
 * Sends files to the API and tells how far it has come. XMLHttpRequest, because fetch does not tell the progress of what it sends.
 *
 * @param onProgress share that has gone out, 0 to 1.
 */
export function sendFiles(
  files: readonly File[],
  kind: string,
  onProgress: (share: number) => void,
  offlineReason: string,
): Promise<SendResult> {
  const form = new FormData()
  form.set('kind', kind)
  for (const file of files) form.append('files', file, file.name)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/v1/knowledge/documents')
    request.responseType = 'json'
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onload = () => {
      const body = request.response as { importId?: string; title?: string } | null
      if (request.status === 202 && body?.importId) resolve({ status: 'sent', importId: body.importId })
      else resolve({ status: 'failed', reason: body?.title ?? String(request.status) })
    }
    request.onerror = () => resolve({ status: 'failed', reason: offlineReason })
    request.send(form)
  })
}
