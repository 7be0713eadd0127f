import fs from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { callApi, makeDataDir, type RunningApp, startApp, TEST_API_TOKEN } from '../start-app'

type Progress = { status: string; files: { name: string; status: string; documentId?: string }[] }

const dataDir = makeDataDir()
let app: RunningApp | undefined
afterAll(async () => {
  await app?.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

const FILES = 60

async function upload(url: string): Promise<string> {
  const form = new FormData()
  for (let i = 0; i < FILES; i++) {
    const sections = Array.from(
      { length: 20 },
      (_, n) => `## 第 ${n} 節\n\n文件 ${i} 的第 ${n} 段：請先核對身分，再說明費用。\n`,
    )
    form.append('files', new Blob([`# 重啟測試 ${i}\n\n${sections.join('\n')}`]), `${i}.md`)
  }
  const headers = { authorization: `Bearer ${TEST_API_TOKEN}` }
  const response = await fetch(`${url}/api/v1/knowledge/documents`, { method: 'POST', headers, body: form })
  expect(response.status).toBe(202)
  return ((await response.json()) as { importId: string }).importId
}

const read = async (url: string, id: string) =>
  (await (await callApi(url, `/api/v1/knowledge/imports/${id}`)).json()) as Progress
const count = (progress: Progress, status: string) => progress.files.filter((file) => file.status === status).length

test('a server killed in the middle of an import goes on with it, and takes every file in once', {
  timeout: 120_000,
}, async () => {
  app = await startApp({ dataDir })
  const id = await upload(app.url)
  await expect.poll(async () => count(await read(app!.url, id), 'imported'), { timeout: 30_000 }).toBeGreaterThan(2)
  await app.kill()

  app = await startApp({ dataDir })
  expect((await read(app.url, id)).status).toBe('running')
  await expect.poll(async () => (await read(app!.url, id)).status, { timeout: 60_000, interval: 200 }).toBe('done')
  const progress = await read(app.url, id)
  expect(count(progress, 'imported')).toBe(FILES)

  const { documents } = (await (await callApi(app.url, '/api/v1/knowledge/documents')).json()) as {
    documents: { title: string; versions: { passages: number }[] }[]
  }
  const ours = documents.filter((one) => one.title.startsWith('重啟測試'))
  expect(ours).toHaveLength(FILES)
  expect(ours.every((one) => one.versions.length === 1 && one.versions[0]!.passages === 20)).toBe(true)
  const found = await callApi(
    app.url,
    `/api/v1/knowledge/search?${new URLSearchParams({ q: '文件 59 的第 3 段', k: '1' })}`,
  )
  expect(((await found.json()) as { hits: unknown[] }).hits).toHaveLength(1)
})
