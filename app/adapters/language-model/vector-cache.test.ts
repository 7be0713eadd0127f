import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openVectorCache } from './vector-cache'

let folder: string
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'vectors-'))
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

const vector = (...values: number[]) => Float32Array.from(values)
const findFile = async () => path.join(folder, (await fs.readdir(folder))[0]!)

test('what was kept is there after it is opened again, for that model only', async () => {
  const cache = await openVectorCache(folder, 'server model')
  await cache.keep(['甲', '乙'], [vector(1, 0), vector(0, 1)])
  await cache.keep(['乙', '丙'], [vector(0, 1), vector(0.6, 0.8)])
  const again = await openVectorCache(folder, 'server model')
  expect(again.size).toBe(3)
  expect(again.find('丙')).toEqual(vector(0.6, 0.8))
  expect((await openVectorCache(folder, 'server other')).size).toBe(0)
})

test('a record that was cut off is passed over, and what follows is sound', async () => {
  const cache = await openVectorCache(folder, 'm')
  await cache.keep(['甲', '乙'], [vector(1, 0), vector(0, 1)])
  const file = await findFile()
  await fs.truncate(file, (await fs.stat(file)).size - 3)
  const cut = await openVectorCache(folder, 'm')
  expect([cut.find('甲'), cut.find('乙')]).toEqual([vector(1, 0), undefined])
  await cut.keep(['丙'], [vector(0.6, 0.8)])
  const again = await openVectorCache(folder, 'm')
  expect([again.size, again.find('丙')]).toEqual([2, vector(0.6, 0.8)])
})

test('a file of something else is written anew, and so are vectors of another length', async () => {
  const cache = await openVectorCache(folder, 'm')
  await cache.keep(['甲'], [vector(1, 0)])
  await fs.writeFile(await findFile(), 'not ours')
  const fresh = await openVectorCache(folder, 'm')
  expect(fresh.size).toBe(0)
  await fresh.keep(['甲'], [vector(1, 0)])
  await fresh.keep(['乙'], [vector(1, 0, 0)])
  const again = await openVectorCache(folder, 'm')
  expect([again.size, again.find('甲'), again.find('乙')]).toEqual([1, undefined, vector(1, 0, 0)])
})
