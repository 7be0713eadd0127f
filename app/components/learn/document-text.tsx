/** @param html made by the server from Markdown, with raw HTML escaped. */
export function DocumentText({ html }: { html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer escapes raw HTML (render-markdown.test.ts)
  return <article className="document-text" dangerouslySetInnerHTML={{ __html: html }} />
}
