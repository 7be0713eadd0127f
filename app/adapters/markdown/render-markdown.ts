import MarkdownIt from 'markdown-it'

// Raw HTML stays text, so that a document can bring neither scripts nor styles into a page.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })
// The page has its own title: headings of the document start below it.
markdown.core.ruler.push('lower-headings', (state) => {
  for (const token of state.tokens)
    if (token.type === 'heading_open' || token.type === 'heading_close')
      token.tag = `h${Math.min(6, Number(token.tag[1]) + 1)}`
})

/** @returns HTML that is safe to put into a page. */
export function renderMarkdown(text: string): string {
  return markdown.render(text)
}
