/** A file to be kept. The name is given in both forms of RFC 6266, so that Chinese survives. */
export function downloadResponse(file: { name: string; contentType: string; bytes: Uint8Array }): Response {
  const plain = file.name.replace(/[^\x20-\x7e]|["\\%]/gu, '_')
  return new Response(Buffer.from(file.bytes), {
    headers: {
      'Content-Type': file.contentType,
      'Content-Length': String(file.bytes.length),
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Cache-Control': 'no-store',
    },
  })
}
