import { PassThrough, type Transform } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createElement } from 'react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { dropZeroBytes } from './drop-zero-bytes'

// Lengths that no piece of 2,048 bytes is a multiple of.
const page = createElement(
  'main',
  null,
  Array.from({ length: 400 }, (_, i) =>
    createElement('p', { key: i, title: '保'.repeat(i % 7) }, '要保人與被保險人'.repeat(i % 5)),
  ),
)

function renderThrough(last: Transform): Promise<Buffer> {
  const { pipe } = renderToPipeableStream(page, { onAllReady: () => void pipe(last) })
  return buffer(last)
}

test('React 18 leaves zero bytes in Chinese pages, and they are taken out', async () => {
  const raw = await renderThrough(new PassThrough())
  expect(raw.includes(0)).toBe(true)
  expect((await renderThrough(dropZeroBytes())).toString()).toBe(renderToString(page))
})
