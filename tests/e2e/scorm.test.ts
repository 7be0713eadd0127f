import { readFileSync, rmSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { scormPackageWriter } from '../../app/adapters/packages/create-package-writer'
import { SCORM_VERSIONS, type ScormVersion } from '../../app/domain/course/scorm-versions'
import { COURSE } from '../fixtures/course'
import { ITEMS } from '../fixtures/items'
import { startLearningPlatform } from '../fixtures/start-learning-platform'
import { startApp } from '../start-app'
import { chromiumPath, openBrowser, openPage } from './open-browser'

const SCENARIO_ID = 'retired-teacher-deposit-matures'

const writeCourse = (version: ScormVersion) =>
  scormPackageWriter.writeCourse(version, {
    id: 'course-1',
    title: '告知義務 & 健康詢問',
    content: COURSE,
    quizzes: new Map([
      [
        'quiz-1',
        { title: '小測驗', passPercent: 70, items: ITEMS.map(({ id, content }) => ({ itemId: id, content })) },
      ],
    ]),
  })

describe.each(SCORM_VERSIONS)('SCORM %s', (version) => {
  test('the manifest is valid, names every file and spells the type of the SCO as its version wants it', async () => {
    const files = unzipSync(writeCourse(version).bytes)
    const manifest = strFromU8(files['imsmanifest.xml']!)
    expect(manifest).toContain(version === '1.2' ? 'adlcp:scormtype="sco"' : 'adlcp:scormType="sco"')
    const named = [...manifest.matchAll(/<file href="([^"]+)"/gu)].map((one) => one[1]).sort()
    expect(named).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'imsmanifest.xml')
        .sort(),
    )
    const bare = manifest.replace(/ xmlns(:adlcp)?="[^"]*"/gu, '').replace('adlcp:', '')
    const { errors } = await validateXML({
      xml: bare,
      schema: readFileSync('tests/fixtures/schemas/scorm.xsd', 'utf8'),
    })
    expect(errors.map((error) => error.rawMessage)).toEqual([])
  })
})

describe.runIf(chromiumPath)('in a learning platform', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  const leave = (page: Page) => page.evaluate(() => (window as unknown as { leave(): Record<string, never> }).leave())

  async function answerAll(frame: FrameLocator) {
    const item = (id: string) => frame.locator(`[data-item="${id}"]`)
    await item('single-1').locator('input[value=a]').check()
    for (const id of ['a', 'c', 'd']) await item('multiple-1').locator(`input[value=${id}]`).check()
    await item('true-1').locator('input[value=true]').check()
    await item('cloze-1').locator('input').fill('５日')
    await item('cloze-2').locator('input').nth(0).fill('四分之三')
    await item('cloze-2').locator('input').nth(1).fill('1')
    await item('matching-1').locator('select').nth(0).selectOption('負交付保險費義務的人')
    await item('matching-1').locator('select').nth(1).selectOption('有請求權的人')
    for (const [i, step] of ['通知', '交付文件', '審核'].entries())
      await item('ordering-1').locator('select').nth(i).selectOption(step)
    await item('short-1').locator('textarea').fill('要加計年利一分的利息')
    // The one wrong answer of nine.
    await item('situation-1').locator('input[value=b]').check()
  }

  test.each(SCORM_VERSIONS)(
    'SCORM %s: reads, leaves, comes back, takes the quiz; score, pass and time arrive',
    async (version) => {
      const platform = await startLearningPlatform(version, writeCourse(version).bytes)
      const { page, complaints } = await openPage(browser)
      const core = version === '1.2' ? 'core' : ''
      try {
        await page.goto(platform.url)
        const frame = page.frameLocator('iframe')
        await frame.getByRole('heading', { name: '告知義務 </script> 是什麼' }).waitFor()
        await frame.getByRole('button', { name: '讀完這一課' }).first().click()
        await frame.getByRole('heading', { name: '自己試試' }).waitFor()
        const before = await leave(page)
        expect(before).toMatchObject(
          core
            ? { core: { lesson_status: 'incomplete', lesson_location: '1' } }
            : { completion_status: 'incomplete', location: '1' },
        )
        // Back again: where we were, with what we had.
        await page.reload()
        await frame.getByRole('heading', { name: '自己試試' }).waitFor()
        await expect.poll(() => frame.locator('#progress').textContent()).toContain('已讀 1 / 2 課')
        await answerAll(frame)
        await frame.getByRole('button', { name: '交卷' }).click()
        await expect.poll(() => frame.locator('[data-summary]').textContent()).toBe('89 分，通過')
        await expect
          .poll(() => frame.locator('[data-item="situation-1"] [data-result]').textContent())
          .toContain('答錯')
        await frame.getByRole('button', { name: '讀完這一課' }).click()
        const after = await leave(page)
        if (core)
          expect(after).toMatchObject({
            core: {
              lesson_status: 'passed',
              score: { raw: '89', min: '0', max: '100' },
              session_time: expect.stringMatching(/^\d\d+:\d\d:\d\d/),
            },
          })
        else
          expect(after).toMatchObject({
            completion_status: 'completed',
            success_status: 'passed',
            score: { scaled: '0.89', raw: '89', min: '0', max: '100' },
            session_time: expect.stringMatching(/^PT\d+S$/),
          })
        expect(complaints).toEqual([])
      } finally {
        await page.context().close()
        await platform.close()
      }
    },
  )

  test.each(SCORM_VERSIONS)(
    'SCORM %s: opens a talk on this server; its result comes back to the platform',
    async (version) => {
      const app = await startApp()
      const { bytes } = scormPackageWriter.writeLaunch(version, {
        scenarioId: SCENARIO_ID,
        title: '和林老師談',
        intro: '定存到期，第一次見面。',
        serverUrl: app.url,
      })
      const platform = await startLearningPlatform(version, bytes)
      const { page } = await openPage(browser)
      try {
        await page.goto(platform.url)
        const frame = page.frameLocator('iframe')
        const [talk] = await Promise.all([
          page.waitForEvent('popup'),
          frame.getByRole('button', { name: '開始對練' }).click(),
        ])
        await talk.locator('button[name=demoRole][value=trainee]').click()
        await talk.waitForURL(/\/scenarios\//)
        await talk.locator('form[action^="/scenarios/"] button[type=submit]').click()
        await talk.waitForURL(/\/talks\/[^/]+$/)
        const id = new URL(talk.url()).pathname.split('/').pop()!
        await expect.poll(() => frame.locator('#state').textContent(), { timeout: 15_000 }).toContain('對談進行中')
        // A talk without a word is not scored: one turn first, through the contract, in the trainee's own session.
        const said = await talk.request.post(`${app.url}/api/v1/roleplays/${id}/turns`, {
          data: { turnId: 'a', text: '林老師您好，我是安禾人壽的陳安，這是我的登錄證。' },
        })
        expect(said.status()).toBe(200)
        const ended = await talk.request.post(`${app.url}/api/v1/roleplays/${id}/finish`, { data: {} })
        const { overall, passed } = ((await ended.json()) as { scorecard: { overall: number; passed: boolean } })
          .scorecard
        const verdict = passed ? '通過' : '未通過'
        await expect
          .poll(() => frame.locator('#state').textContent(), { timeout: 15_000 })
          .toBe(`完成：${overall} 分，${verdict}。`)
        const kept = await leave(page)
        const score = { raw: String(overall), min: '0', max: '100' }
        if (version === '1.2')
          expect(kept).toMatchObject({ core: { lesson_status: passed ? 'passed' : 'failed', score } })
        else
          expect(kept).toMatchObject({
            completion_status: 'completed',
            success_status: passed ? 'passed' : 'failed',
            score,
          })
      } finally {
        await page.context().close()
        await platform.close()
        await app.stop()
        rmSync(app.dataDir, { recursive: true, force: true })
      }
    },
  )
})
