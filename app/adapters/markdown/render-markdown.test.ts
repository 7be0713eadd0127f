import { expect, test } from 'vitest'
import { renderMarkdown } from './render-markdown'

test('headings start below the title of the page', () => {
  expect(renderMarkdown('# 費用\n\n每月 100 元。')).toBe('<h2>費用</h2>\n<p>每月 100 元。</p>\n')
})
test.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[連結](javascript:alert(1))'])(
  '%s brings nothing that runs',
  (text) => {
    expect(renderMarkdown(text)).not.toMatch(/<script|<img|href="javascript/i)
  },
)
