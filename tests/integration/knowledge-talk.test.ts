import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PersonRecord, TurnRecord } from '../../app/domain/ports'
import type { Services } from '../../app/services.server'
import { createTestServices } from '../test-services'

let services: Services
let accounts: Awaited<ReturnType<typeof createTestServices>>['accounts']
let trainee: PersonRecord
let stranger: PersonRecord

async function addPerson(organisationId: string, personId: string): Promise<PersonRecord> {
  const person: PersonRecord = {
    personId,
    organisationId,
    teamId: null,
    role: 'admin',
    name: personId,
    email: `${personId}@test`,
    isDemo: false,
    createdAt: new Date(0),
  }
  await accounts.createPerson({ ...person, passwordHash: null })
  return person
}

beforeAll(async () => {
  ;({ services, accounts } = await createTestServices())
  await services.startKnowledge(true)
  for (const id of ['here', 'there'])
    await accounts.createOrganisation({ id, name: id, isDemo: false, createdAt: new Date(0) })
  trainee = await addPerson('here', 'trainee')
  stranger = await addPerson('there', 'stranger')
}, 60_000)
afterAll(() => services?.close())

async function upload(actor: PersonRecord, kind: 'regulation' | 'product', files: Record<string, string>) {
  const received = Object.entries(files).map(([name, text]) => {
    const bytes = new TextEncoder().encode(text)
    return { name, sizeBytes: bytes.length, bytes }
  })
  const id = await services.startKnowledgeImport(actor, { files: received, kind })
  const giveUpAt = Date.now() + 30_000
  for (;;) {
    const record = await services.readKnowledgeImport(actor, id)
    if (record.status !== 'running') {
      expect(record.files.map((file) => file.status)).toEqual(received.map(() => 'imported'))
      // Whoever searches waits for the new index; talks after that have it.
      await services.searchKnowledge(actor, { query: '保險' })
      return record
    }
    if (Date.now() > giveUpAt) throw new Error('still running')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const law = (amendedOn: string, days: string) =>
  `法規名稱：保險法\n修正日期：${amendedOn}\n\n第 116 條\n\n保險費到期未交付者，經催告到達後屆${days}仍不交付時，契約之效力停止。\n`

let count = 0
async function talk(actor: PersonRecord, lines: readonly string[], input: { asOf?: string; scenarioId?: string } = {}) {
  const { id } = await services.startRoleplay(actor, { scenarioId: 'nurse-medical-rider', seed: 'one', ...input })
  const turns: TurnRecord[] = []
  for (const text of lines) {
    const { turn } = await services.takeTurn(actor, {
      roleplayId: id,
      turnId: `turn-${count++}`,
      text,
      expectedTurnIndex: null,
    })
    turns.push(turn)
  }
  return { id, turns }
}
const falseIn = (turn: TurnRecord) =>
  turn.score.status === 'scored'
    ? turn.score.observations.filter((one) => one.code === 'violation.false_statement')
    : []
const claimsIn = (turn: TurnRecord) =>
  turn.perceptions.embedded?.status === 'perceived' ? turn.perceptions.embedded.claims : []

describe('what is said of the law', () => {
  const SAID = '保費晚繳沒關係，寬限期有三十天。'

  test('is unknown as long as the law is not at hand', async () => {
    const { turns } = await talk(trainee, [SAID])
    expect(falseIn(turns[0]!)).toEqual([])
    expect(claimsIn(turns[0]!).map((one) => [one.verdict, one.sourceId])).toContainEqual(['unknown', undefined])
  })

  test('is held against the text of the talk’s day, and the scorecard keeps that passage', async () => {
    await upload(trainee, 'regulation', { 'old.md': law('20200101', '二十日'), 'new.md': law('20250101', '三十日') })
    const old = await talk(trainee, [SAID], { asOf: '2024-06-01' })
    const [found] = falseIn(old.turns[0]!)
    expect(found?.contradicts).toEqual({
      sourceId: '保險法@2020-01-01#116',
      passageId: '保險法@2020-01-01#116',
      fact: '保險法 §116：催告到達後滿二十日仍沒有繳，契約才停效',
    })
    const items = old.turns[0]!.score.status === 'scored' ? old.turns[0]!.score.items : []
    expect(items.find((item) => item.code === 'violation.false_statement')?.passageId).toBe('保險法@2020-01-01#116')
    await services.finishRoleplay(trainee, old.id)
    const card = await services.readScorecard(trainee, old.id)
    expect(card.violations.map((one) => one.passageId)).toContain('保險法@2020-01-01#116')
    // The passage that the scorecard names can still be read, though another text is in force today.
    const read = await services.readKnowledgePassage(trainee, '保險法@2020-01-01#116')
    expect(read.passage.text).toContain('二十日')
    const citing = await services.listKnowledgeCiting(trainee, { id: '保險法', title: '保險法' }, new Set(['116']))
    expect(citing).toContainEqual(expect.objectContaining({ kind: 'scorecard', id: old.id, article: '116' }))

    const now = await talk(trainee, [SAID], { asOf: '2026-01-01' })
    expect(falseIn(now.turns[0]!)).toEqual([])
    expect(claimsIn(now.turns[0]!)).toContainEqual(
      expect.objectContaining({ verdict: 'supported', passageId: '保險法@2025-01-01#116', quote: '寬限期有三十天' }),
    )
  })

  test('by another organisation’s texts nobody is judged', async () => {
    const { turns } = await talk(stranger, [SAID], { asOf: '2024-06-01' })
    expect(falseIn(turns[0]!)).toEqual([])
  })
})

const OPENING = [
  '您好，我是安禾人壽的業務員，這是我的登錄證。',
  '這是一張實支實付醫療險，住院的自費項目有收據就可以申請。',
]
const INVITATION = '您有什麼想問的嗎？'

/** Invites questions until the client asks out of a document; the same seed asks the same. */
async function talkUntilAsked({ organisationId }: PersonRecord, matter: string, asOf?: string) {
  for (let seed = 0; seed < 30; seed++) {
    // A new face each time: nobody may take so many turns a minute.
    const actor = await addPerson(organisationId, `person-${count}-${seed}`)
    const { id } = await services.startRoleplay(actor, {
      scenarioId: 'nurse-medical-rider',
      seed: `seed-${seed}`,
      ...(asOf && { asOf }),
    })
    for (const text of [...OPENING, INVITATION, '還有什麼想知道的嗎？', '那您還想問什麼？']) {
      const { turn } = await services.takeTurn(actor, {
        roleplayId: id,
        turnId: `turn-${count++}`,
        text,
        expectedTurnIndex: null,
      })
      const pending = turn.state.pendingQuestion
      if (pending?.questionId === `document.medical.${matter}`)
        return { actor, id, seed, pending, reply: turn.replyText }
      if (turn.state.ended) break
    }
  }
  throw new Error('nobody asked')
}
const answer = async ({ actor, id }: { actor: PersonRecord; id: string }, text: string) =>
  (await services.takeTurn(actor, { roleplayId: id, turnId: `turn-${count++}`, text, expectedTurnIndex: null })).turn

describe('a client who asks out of the product’s documents', () => {
  test('asks from a passage, and the answer is held against it', { timeout: 60_000 }, async () => {
    const asked = await talkUntilAsked(trainee, 'waiting-days')
    expect(asked.pending.passageId).toMatch(/^medical@.+#8\.1$/u)
    expect(asked.reply).toContain('？')
    const wrong = await answer(asked, '這個啊，是六十天。')
    expect(falseIn(wrong)[0]?.contradicts?.passageId).toBe(asked.pending.passageId)
    const again = await talkUntilAsked(trainee, 'waiting-days')
    expect([again.seed, again.reply]).toEqual([asked.seed, asked.reply])
    const right = await answer(again, '生病的話是三十天，意外沒有。')
    expect(falseIn(right)).toEqual([])
    expect(claimsIn(right)).toContainEqual(
      expect.objectContaining({ verdict: 'supported', passageId: asked.pending.passageId }),
    )
  })

  test('a document that a trainer brought in under the product’s name takes the place of ours, for their organisation and from its day', {
    timeout: 60_000,
  }, async () => {
    const title = services.content.products.get('medical')!.name.zh
    const sheet = `---\neffectiveFrom: 2026-03-01\n---\n\n# ${title}\n\n## 8. 等待期\n\n8.1 等待期：疾病 45 天，從契約生效日起算。\n`
    const record = await upload(trainee, 'product', { 'medical.md': sheet })
    const versionId = record.files[0]!.versionId!
    expect(record.files[0]!.documentId).toBe('medical')
    const asked = await talkUntilAsked(trainee, 'waiting-days', '2026-06-01')
    expect(asked.pending.passageId).toContain(`medical@${versionId}#`)
    // Our own facts say 30; the document of the day says 45.
    expect(falseIn(await answer(asked, '等待期是四十五天。'))).toEqual([])
    const wrong = await talkUntilAsked(trainee, 'waiting-days', '2026-06-01')
    const [found] = falseIn(await answer(wrong, '等待期是三十天。'))
    expect(found?.contradicts).toMatchObject({ passageId: asked.pending.passageId })
    expect(found?.contradicts?.fact).toContain('45')
    const before = await talkUntilAsked(trainee, 'waiting-days', '2025-06-01')
    expect(before.pending.passageId).not.toContain(`medical@${versionId}#`)
    const elsewhere = await talkUntilAsked(stranger, 'waiting-days', '2026-06-01')
    expect(elsewhere.pending.passageId).not.toContain(`medical@${versionId}#`)
  })
})
