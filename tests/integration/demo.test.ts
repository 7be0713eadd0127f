import { expect, test } from 'vitest'
import { loadDemoTalks } from '../../app/adapters/files/load-demo-talks'
import { createTestServices } from '../test-services'
test('probe', async () => {
  const { services } = await createTestServices({ DEMO: '1' })
  await services.startKnowledge(true)
  const talks = await loadDemoTalks('.', services.content)
  const c = process.cpuUsage(); const t = performance.now()
  const added = await services.seedDemoTalks(talks)
  const u = process.cpuUsage(c)
  console.log(added, 'cpu ms', (u.user + u.system) / 1000, 'wall', performance.now() - t)
  const manager = (await services.listDemoSignIns()).find((one) => one.role === 'manager')!
  const { talks: seen } = await services.listResults(manager)
  for (const one of seen) {
    console.log(one.id, one.overall, one.passed, one.violationCount, one.turnCount, one.turnTotals.join(' '), one.startedAt.toISOString())
  }
  if (process.env.SHOW) for (const one of seen) {
    const { roleplay, turns } = await services.readTalk(manager, one.id) as any
    console.log('=====', one.id, roleplay.state.ended, JSON.stringify((roleplay.scorecard as any).dimensions?.map?.((d: any) => [d.id ?? d.dimension, d.score])), JSON.stringify(roleplay.scorecard.violations?.map((v:any)=>v.code)), '\n', roleplay.openingText)
    for (const t of turns) console.log('T:', t.text, '\n   ', t.score.total, (t.perceptions.embedded as any).observations?.map((o: any) => o.code).join(' '), '\nC:', t.replyText)
  }
  expect(added).toBeGreaterThan(0)
  await services.close()
})
