import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCertificateStore } from '../../app/adapters/database/certificate-store'
import { createPrintStore } from '../../app/adapters/database/print-store'
import type { CertificateRecord, CertificateStore, PrintJobRecord, PrintStore } from '../../app/domain/print-ports'
import { openEmbedded, openOnPostgres } from '../open-migrated'
import type { TestDatabase } from '../test-database'

// The same suite on both databases: what holds on one holds on the other.

const at = (second: number) => new Date(Date.UTC(2026, 10, 1, 8, 0, second))
const job = (id: string, change: Partial<PrintJobRecord> = {}): PrintJobRecord => ({
  id,
  personId: 'ann',
  organisationId: 'here',
  kind: 'course',
  subjectId: 'c1',
  status: 'waiting',
  pagesDone: 0,
  fileName: '課程 🙂.pdf',
  missing: [],
  reason: null,
  createdAt: at(0),
  finishedAt: null,
  ...change,
})
const PRINTED = {
  bytes: new Uint8Array([37, 80, 68, 70, 0, 255]),
  pageCount: 12,
  missing: [{ character: '🎉', codePoint: 'U+1F389', shownAs: '〔U+1F389〕', count: 2 }],
}
const certificate = (code: string, change: Partial<CertificateRecord> = {}): CertificateRecord => ({
  code,
  personId: 'ann',
  organisationId: 'here',
  personName: '安',
  kind: 'quiz',
  subjectId: 'q1',
  title: '測驗',
  points: 87.5,
  issuedAt: at(0),
  ...change,
})

describe.each([
  ['embedded', openEmbedded],
  ['PostgreSQL', openOnPostgres],
] as const)('prints and certificates on %s', (_name, open) => {
  let database: TestDatabase | null
  let prints: PrintStore
  let certificates: CertificateStore
  beforeAll(async () => {
    database = await open()
    if (!database) return
    prints = createPrintStore(database.prisma)
    certificates = createCertificateStore(database.prisma)
  })
  afterAll(() => database?.close())
  const testWhenInstalled = (name: string, run: () => Promise<void>) =>
    test(name, async (context) => {
      if (!database) return context.skip()
      await run()
    })

  testWhenInstalled('a job comes back as it was, to its person only', async () => {
    await prints.createJob(job('a'), 20)
    expect(await prints.findJob('a', 'ann')).toEqual(job('a'))
    expect(await prints.findJob('a', 'bob')).toBeNull()
    expect(await prints.readPrint('a', 'ann')).toBeNull()
  })

  testWhenInstalled('a job runs, ends with its bytes, and is not changed any more', async () => {
    await prints.createJob(job('b'), 20)
    expect(await prints.noteProgress('b', 3)).toBe(true)
    expect(await prints.findJob('b', 'ann')).toMatchObject({ status: 'running', pagesDone: 3 })
    expect(await prints.finishJob('b', PRINTED, at(9))).toBe(true)
    expect(await prints.findJob('b', 'ann')).toEqual(
      job('b', { status: 'done', pagesDone: 12, missing: PRINTED.missing, finishedAt: at(9) }),
    )
    const print = await prints.readPrint('b', 'ann')
    expect([print?.fileName, [...print!.bytes]]).toEqual(['課程 🙂.pdf', [...PRINTED.bytes]])
    expect(await prints.readPrint('b', 'bob')).toBeNull()
    expect(await prints.cancelJob('b', 'ann', at(10))).toBe(false)
    expect(await prints.failJob('b', 'broken', at(10))).toBe(false)
  })

  testWhenInstalled('a job is cancelled by its person only, and what comes later finds it so', async () => {
    await prints.createJob(job('c'), 20)
    expect(await prints.cancelJob('c', 'bob', at(1))).toBe(false)
    expect(await prints.cancelJob('c', 'ann', at(1))).toBe(true)
    expect([
      await prints.noteProgress('c', 4),
      await prints.finishJob('c', PRINTED, at(2)),
      await prints.failJob('c', 'left', at(2)),
    ]).toEqual([false, false, false])
    expect(await prints.findJob('c', 'ann')).toEqual(job('c', { status: 'cancelled', finishedAt: at(1) }))
  })

  testWhenInstalled('only the newest ended jobs of a person are kept; open ones and others’ stay', async () => {
    const ended = (id: string, second: number) =>
      job(id, { personId: 'kim', status: 'failed', reason: 'broken', createdAt: at(second), finishedAt: at(second) })
    await prints.createJob(job('open', { personId: 'kim', createdAt: at(1) }), 20)
    await prints.createJob(ended('k1', 2), 20)
    await prints.createJob(ended('k2', 3), 20)
    await prints.createJob(ended('k3', 4), 20)
    await prints.createJob(job('new', { personId: 'kim', createdAt: at(5) }), 2)
    expect((await prints.listJobs('kim', 10)).map((one) => one.id)).toEqual(['new', 'k3', 'k2', 'open'])
    expect((await prints.listJobs('kim', 2)).map((one) => one.id)).toEqual(['new', 'k3'])
    expect(await prints.findJob('a', 'ann')).not.toBeNull()
  })

  testWhenInstalled('a person has one certificate for a subject, the first one', async () => {
    const first = await certificates.addCertificate(certificate('AAAA'))
    expect(first).toEqual(certificate('AAAA'))
    expect(await certificates.addCertificate(certificate('BBBB', { points: 99, issuedAt: at(5) }))).toEqual(first)
    expect(await certificates.findCertificate('BBBB')).toBeNull()
    await certificates.addCertificate(certificate('CCCC', { kind: 'course', points: null, issuedAt: at(7) }))
    await certificates.addCertificate(certificate('DDDD', { personId: 'bob' }))
    expect((await certificates.listCertificates('ann')).map((one) => one.code)).toEqual(['CCCC', 'AAAA'])
    expect((await certificates.findCertificateFor('ann', 'course', 'q1'))?.code).toBe('CCCC')
    expect(await certificates.findCertificateFor('bob', 'course', 'q1')).toBeNull()
  })

  testWhenInstalled('two presses at once give one certificate', async () => {
    const [one, two] = await Promise.all([
      certificates.addCertificate(certificate('EEEE', { subjectId: 'q2' })),
      certificates.addCertificate(certificate('FFFF', { subjectId: 'q2' })),
    ])
    expect(one.code).toBe(two.code)
  })
})
