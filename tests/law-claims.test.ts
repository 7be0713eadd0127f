import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadContent } from '../app/adapters/files/load-content'
import type { Content } from '../app/domain/content'
import { checkLawClaims } from '../app/domain/judging/law-claims/check-law-claims'
import type { ClaimFacts } from '../app/domain/judging/law-claims/claim-facts'
import { readUtterance } from '../app/domain/judging/observer/text/read-utterance'
import { loadClaimFacts } from './evals/load-claim-facts'

/** Optional: the statutes, kept beside the project and not in it. */
const LAWS = '../shared/data'
/** Floors, a little under what was measured: a change that loses hearing or cries wolf fails here. */
const FLOORS = { wrong: 0.85, right: 0.85 }

const lines = z.array(z.string().min(4)).min(10)
const battery = z
  .strictObject({ wrong: lines, right: lines, other: lines })
  .parse(parse(readFileSync('tests/fixtures/law-claims.yaml', 'utf8')))

let content: Content
let facts: ClaimFacts
beforeAll(async () => {
  content = await loadContent('.')
  facts = (await loadClaimFacts(content, LAWS))([])
})

const hear = (text: string) => checkLawClaims(readUtterance(text), facts.laws).map((one) => one.verdict)
const share = (texts: readonly string[], isRight: (verdicts: readonly string[]) => boolean) => {
  const missed = texts.filter((text) => !isRight(hear(text)))
  return { share: 1 - missed.length / texts.length, missed }
}

describe.skipIf(!existsSync(LAWS))('claims against the statutes at hand', () => {
  test('every claim finds its article and what it says', () => {
    expect(facts.laws.filter((one) => one.passage === null).map((one) => one.claim.id)).toEqual([])
  })

  test('what is wrong is contradicted', () => {
    const { share: heard, missed } = share(battery.wrong, (verdicts) => verdicts.includes('contradicted'))
    expect(heard, missed.join('\n')).toBeGreaterThanOrEqual(FLOORS.wrong)
  })

  test('what is right is supported, and nothing in it contradicted', () => {
    const { share: heard, missed } = share(battery.right, (verdicts) => verdicts.includes('supported'))
    expect(heard, missed.join('\n')).toBeGreaterThanOrEqual(FLOORS.right)
    expect(battery.right.filter((text) => hear(text).includes('contradicted'))).toEqual([])
  })

  test('nothing is contradicted where nothing is claimed', () => {
    expect(battery.other.filter((text) => hear(text).includes('contradicted'))).toEqual([])
  })

  test('our own better wordings never contradict the law', () => {
    const texts = content.wordings.flatMap(
      (block) => JSON.stringify(block).match(/"[^"]*[\u4e00-\u9fff][^"]*"/gu) ?? [],
    )
    expect(texts.length).toBeGreaterThan(50)
    expect(texts.filter((text) => hear(text).includes('contradicted'))).toEqual([])
  })
})

test('without a statute at hand nothing is supported or contradicted', async () => {
  const none = (await loadClaimFacts(content, '/nowhere'))([])
  const verdicts = [...battery.wrong, ...battery.right].flatMap((text) =>
    checkLawClaims(readUtterance(text), none.laws).map((one) => one.verdict),
  )
  expect(new Set(verdicts)).toEqual(new Set(['unknown']))
})
