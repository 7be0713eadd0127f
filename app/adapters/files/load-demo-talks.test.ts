import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Content } from '../../domain/content'
import { loadDemoTalks } from './load-demo-talks'

const content = { scenarios: new Map([['first-talk', {}]]) } as unknown as Pick<Content, 'scenarios'>
const talk = (id: string, daysAgo: number, scenario = 'first-talk', at = '14:30') =>
  `  - {id: ${id}, person: p, scenario: ${scenario}, daysAgo: ${daysAgo}, at: '${at}', says: [一, 二, 三, 四, 五]}\n`

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'demo-talks-'))
  await mkdir(path.join(root, 'content'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function load(talks: string) {
  await writeFile(path.join(root, 'content/demo-talks.yaml'), `version: 1\ntalks:\n${talks}`)
  return loadDemoTalks(root, content)
}

test('gives the talks oldest first', async () => {
  expect((await load(talk('late', 2) + talk('early', 20))).map((one) => one.id)).toEqual(['early', 'late'])
})

test('names every fault with its line', async () => {
  await expect(load(talk('a', 0, 'first-talk', '24:00') + talk('b', 3))).rejects.toThrow(
    /demo-talks\.yaml:3 talks\[0\]\.daysAgo: [\s\S]*demo-talks\.yaml:3 talks\[0\]\.at: /,
  )
  await expect(load(talk('a', 1) + talk('a', 2))).rejects.toThrow("demo-talks.yaml:4 talks[1].id: 'a' comes twice")
  await expect(load(talk('a', 1, 'no-talk'))).rejects.toThrow(
    "demo-talks.yaml:3 talks[0].scenario: there is no scenario 'no-talk'",
  )
})

test('a file that is not there is a fault', async () => {
  await expect(loadDemoTalks(root, content)).rejects.toThrow('content/demo-talks.yaml:1 the file is missing')
})
