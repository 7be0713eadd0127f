/** Ids hold signs that part addresses: 保險法@2025-06-18#64. */
export const linkToPassage = (passageId: string) => `/passages/${encodeURIComponent(passageId)}`

export const linkToDocument = (documentId: string, search: Record<string, string> = {}) => {
  const query = new URLSearchParams(search).toString()
  return `/knowledge/${encodeURIComponent(documentId)}${query ? `?${query}` : ''}`
}
