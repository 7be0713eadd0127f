const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For text and for attributes in double quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => ESCAPES[character]!)
}

/** JSON inside a script element: no sequence in it can end the element. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replace(/</gu, '\\u003c')
}
