import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadContent } from '~/adapters/files/load-content'
import { loadFrontMatterFile } from '~/adapters/files/load-yaml-file'
import type { Content } from '~/domain/content'
import type { Product } from '~/domain/knowledge/product-schema'

const ROOT = path.resolve(import.meta.dirname, '..')
const KNOWLEDGE = path.join(ROOT, 'content/knowledge')
/** Optional: the Ministry of Justice's texts, kept beside the project and not in it. */
const LAWS = path.resolve(ROOT, '../shared/data')

let content: Content
beforeAll(async () => {
  content = await loadContent(ROOT)
})

describe('the data files', () => {
  test('load without a fault, and there are enough of them', () => {
    expect(content.personas.size).toBeGreaterThanOrEqual(12)
    expect(content.scenarios.size).toBeGreaterThanOrEqual(16)
    expect(content.products.size).toBe(9)
    expect(content.guides.size).toBeGreaterThanOrEqual(10)
  })

  test('give every persona a scenario, and every product one', () => {
    const scenarios = [...content.scenarios.values()]
    const unused = [...content.personas.keys()].filter((id) => !scenarios.some((one) => one.persona === id))
    expect(unused).toEqual([])
    const untried = [...content.products.keys()].filter((id) => !scenarios.some((one) => one.products.includes(id)))
    expect(untried).toEqual([])
  })

  test('call no two products by the same word', () => {
    const owners = new Map<string, string[]>()
    for (const product of content.products.values()) {
      for (const word of [product.name.zh, product.shortName, ...product.aliases]) {
        owners.set(word, [...(owners.get(word) ?? []), product.id])
      }
    }
    const shared = [...owners].filter(([, ids]) => new Set(ids).size > 1)
    expect(shared).toEqual([])
    for (const product of content.products.values()) {
      expect(new Set(product.aliases).size, product.id).toBe(product.aliases.length)
    }
  })
})

describe('a product document', () => {
  test('states in its body no rate, sum, age or number of days that its front matter lacks', async () => {
    const { insurer } = content
    // Nothing is charged any more once the last listed year is over.
    const shared = [insurer.coolingOffDays, insurer.graceDays, 0]
    const stray: string[] = []
    for (const id of content.products.keys()) {
      const { body, bodyLine } = await loadFrontMatterFile(ROOT, `content/knowledge/products/${id}.md`)
      const known = new Set([...readNumbers(readFrontMatter(id)), ...shared])
      for (const [i, line] of body.split('\n').entries()) {
        const figures = readFigures(line).filter((figure) => !known.has(figure.value))
        for (const { text } of figures) stray.push(`${id}.md:${bodyLine + i} ${text}`)
      }
    }
    expect(stray).toEqual([])
  })

  test('tells in its body every number a client would ask about', async () => {
    const missing: string[] = []
    for (const product of content.products.values()) {
      const { body } = await loadFrontMatterFile(ROOT, `content/knowledge/products/${product.id}.md`)
      const told = readNumbers(body)
      for (const value of listKeyNumbers(product)) if (!told.has(value)) missing.push(`${product.id} ${value}`)
    }
    expect(missing).toEqual([])
  })

  test('holds all twelve clauses in order, 60 to 120 lines', async () => {
    for (const id of content.products.keys()) {
      const { body } = await loadFrontMatterFile(ROOT, `content/knowledge/products/${id}.md`)
      const headings = [...body.matchAll(/^## \d+\. (.+)$/gm)].map((match) => match[1])
      expect(headings, id).toEqual([
        '商品特色',
        '給付項目',
        '保費與年期',
        '費用',
        '解約金與提前解約',
        '宣告利率說明',
        '風險揭露',
        '除外責任與等待期',
        '投保規定',
        '契約撤銷權',
        '申訴管道',
        '適合與不適合的人',
      ])
      const lines = body.trimEnd().split('\n').length
      expect(lines, id).toBeGreaterThanOrEqual(60)
      expect(lines, id).toBeLessThanOrEqual(120)
    }
  })

  test('reads a figure for what it is', () => {
    // 1,000 萬元 is ten million; an age or a day count beside an article is the law's, not the product's.
    expect(readFigures('扣 40%、保額 1,000 萬元、等 30 天').map((one) => one.value)).toEqual([40, 10_000_000, 30])
    expect(readFigures('滿 65 歲要錄音（某辦法 §6），扣 4%').map((one) => one.value)).toEqual([4])
  })
})

describe('a guide', () => {
  test('is 60 to 150 lines long', async () => {
    for (const id of content.guides.keys()) {
      const { body } = await loadFrontMatterFile(ROOT, `content/knowledge/guides/${id}.md`)
      const lines = body.trim().split('\n').length
      expect(lines, id).toBeGreaterThanOrEqual(60)
      expect(lines, id).toBeLessThanOrEqual(150)
    }
  })

  test('states no rate or sum that no product has', async () => {
    const known = new Set([...content.products.keys()].flatMap((id) => [...readNumbers(readFrontMatter(id))]).concat(0))
    const stray: string[] = []
    for (const id of content.guides.keys()) {
      const { body, bodyLine } = await loadFrontMatterFile(ROOT, `content/knowledge/guides/${id}.md`)
      for (const [i, line] of body.split('\n').entries()) {
        const figures = readFigures(line).filter((one) => /[%元]$/.test(one.text) && !known.has(one.value))
        for (const { text } of figures) stray.push(`${id}.md:${bodyLine + i} ${text}`)
      }
    }
    expect(stray).toEqual([])
  })
})

describe('a citation', () => {
  const cited = () => [
    ...[...content.catalogue.entries.values()].flatMap((entry) => entry.cite),
    ...content.duties.duties.flatMap((duty) => [...duty.binds.flatMap((rule) => rule.cite), ...duty.goodPractice.cite]),
    ...listMarkdown('guides').flatMap(readCitations),
    ...listMarkdown('products').flatMap(readCitations),
  ]

  test('names a law in full and an article', () => {
    expect(cited().length).toBeGreaterThan(200)
    for (const one of cited()) expect(one).toMatch(/(法|條例|規則|辦法|準則) §\d/)
  })

  test.skipIf(!existsSync(LAWS))('leads to an article that exists, down to its item', () => {
    const laws = readLaws()
    const broken = [...new Set(cited())].filter((one) => !resolvesIn(laws, one))
    expect(broken).toEqual([])
  })

  test.skipIf(!existsSync(LAWS))('is refused when article or item does not exist', () => {
    const laws = readLaws()
    expect(resolvesIn(laws, '保險業招攬及核保理賠辦法 §6-1-13')).toBe(true)
    expect(resolvesIn(laws, '保險業招攬及核保理賠辦法 §6-1-14')).toBe(false)
    expect(resolvesIn(laws, '保險業招攬及核保理賠辦法 §6-1-5(5)')).toBe(true)
    expect(resolvesIn(laws, '保險業招攬及核保理賠辦法 §6-1-5(6)')).toBe(false)
    expect(resolvesIn(laws, '保險業務員管理規則 §6-6')).toBe(true)
    expect(resolvesIn(laws, '保險業務員管理規則 §6-7')).toBe(false)
    expect(resolvesIn(laws, '保險法 §999')).toBe(false)
  })
})

function readFrontMatter(id: string): string {
  return readFileSync(path.join(KNOWLEDGE, `products/${id}.md`), 'utf8').split('\n---\n')[0]!
}

function readNumbers(text: string): Set<number> {
  const values = new Set<number>()
  for (const match of text.matchAll(/(\d[\d,]*(?:\.\d+)?)( ?萬)?/g)) {
    const value = Number(match[1]!.replaceAll(',', ''))
    values.add(match[2] ? value * 10_000 : value)
  }
  return values
}

/** Percentages and money anywhere; days and ages where no article is cited, whose numbers are the law's. */
function readFigures(line: string): { text: string; value: number }[] {
  const units = line.includes('§') ? '%|元|美元' : '%|元|美元|天|日|歲'
  const pattern = new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)( ?萬)? ?(?:${units})`, 'g')
  return [...line.matchAll(pattern)].map((match) => ({
    text: match[0],
    value: Number(match[1]!.replaceAll(',', '')) * (match[2] ? 10_000 : 1),
  }))
}

function listKeyNumbers(product: Product): number[] {
  const { annuity, careBenefit, earlyDeathBenefit } = product
  const values = [
    ...product.surrenderChargePercentByYear,
    ...product.frontLoadPercentByYear,
    product.guaranteedRatePercent,
    product.declaredRatePercent,
    product.loadPercent?.min,
    product.loadPercent?.max,
    product.monthlyFeeTwd,
    product.minPremium,
    product.maxPremium,
    product.sumInsured?.min,
    product.sumInsured?.max,
    product.breakEvenYear,
    product.waitingDays || undefined,
    product.deferredDays,
    product.coverToAge,
    product.issueAge.min,
    product.issueAge.max,
    ...product.payYears,
    ...product.termsYears,
    ...product.limits.map((limit) => limit.amount),
    ...product.premiumExamples.map((example) => example.yearlyPremium),
    ...(product.surrenderExamples ?? []).flatMap((example) => [example.charge, example.paid]),
    earlyDeathBenefit?.premiumMultiple,
    annuity?.accumulationYearsMin,
    annuity?.payToAge,
    careBenefit?.monthlyMin,
    careBenefit?.monthlyMax,
    careBenefit?.yearsMax,
  ]
  return values.filter((value) => value !== undefined)
}

function listMarkdown(folder: string): string[] {
  const names = readdirSync(path.join(KNOWLEDGE, folder)).filter((name) => name.endsWith('.md'))
  return names.map((name) => readFileSync(path.join(KNOWLEDGE, folder, name), 'utf8'))
}

/** 「保險業招攬及核保理賠辦法 §6-1-5(3)、§6-1-5(4)」 are two: an article without a name belongs to the law before it. */
function readCitations(text: string): string[] {
  const citations: string[] = []
  for (const line of text.split('\n')) {
    let law = ''
    for (const match of line.matchAll(/([\p{Script=Han}]+(?:法|條例|規則|辦法|準則))? ?§([\d-]+(?:\(\d+\))?)/gu)) {
      law = match[1] ? trimLaw(match[1]) : law
      citations.push(`${law} §${match[2]}`)
    }
  }
  return citations
}

/** Han text runs on without spaces: cuts what stands before the law's name (「依保險法」). */
function trimLaw(text: string): string {
  return text.replace(/^.*?(?=(?:保險(?:法|業|商品)|金融|個人資料|民法|遺產|詐欺))/u, '')
}

type Laws = Map<string, Map<string, string[]>>

/** Law name to article number ("107-1") to its paragraphs; newer texts win. */
function readLaws(): Laws {
  const laws: Laws = new Map()
  const jsonFolder = path.join(LAWS, 'moj-law-json-20241011')
  for (const name of readdirSync(jsonFolder).filter((one) => /^[A-Z]\d+\.json$/.test(one))) {
    const law = JSON.parse(readFileSync(path.join(jsonFolder, name), 'utf8').replace(/^\uFEFF/, ''))
    const articles = (law.法規內容 as { 條號?: string; 條文內容: string }[]).filter((one) => one.條號)
    laws.set(
      law.法規名稱,
      new Map(articles.map((one) => [/[\d-]+/.exec(one.條號!)![0], splitParagraphs(one.條文內容)])),
    )
  }
  const markdownFolder = path.join(LAWS, 'taiwan-laws-md-20260817')
  for (const name of readdirSync(markdownFolder).filter((one) => one.endsWith('.md'))) {
    const text = readFileSync(path.join(markdownFolder, name), 'utf8')
    const articles = [...text.matchAll(/^第 ([\d-]+) 條\n([\s\S]*?)(?=\n\n|$(?![\s\S]))/gm)]
    if (articles.length === 0) continue
    laws.set(name.replace('.md', ''), new Map(articles.map((one) => [one[1]!, splitParagraphs(one[2]!)])))
  }
  return laws
}

/** A paragraph with its items below it: items start with 一、 or （一） or 1. and belong to the paragraph above. */
function splitParagraphs(text: string): string[] {
  const paragraphs: string[] = []
  for (const line of text.split(/\r?\n/)) {
    const isItem = /^\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.|（\d+）)/.test(line)
    if (isItem && paragraphs.length > 0) paragraphs[paragraphs.length - 1] += `\n${line}`
    else paragraphs.push(line)
  }
  return paragraphs
}

/**
 * `§6-1-5(3)` is article 6, paragraph 1, item 5, sub-item 3; `§107-1` is article 107-1 where there is one. With one
 * number after the article it is a paragraph, or an item where the article has a single paragraph.
 */
function resolvesIn(laws: Laws, citation: string): boolean {
  const [law = '', place = ''] = citation.split(' §')
  const articles = laws.get(law)
  const [numbers = '', subItem] = place.split(/[()]/)
  const parts = numbers.split('-')
  if (!articles) return false
  if (parts.length === 2 && articles.has(numbers)) return true
  const paragraphs = articles.get(parts[0]!)
  if (!paragraphs) return false
  if (parts.length === 1) return true
  const [, second, third] = parts.map(Number)
  if (third === undefined)
    return second! <= paragraphs.length || (paragraphs.length === 1 && hasItem(paragraphs[0]!, second!))
  const paragraph = paragraphs[second! - 1]
  return paragraph !== undefined && hasItem(paragraph, third, subItem === undefined ? undefined : Number(subItem))
}

function hasItem(paragraph: string, item: number, subItem?: number): boolean {
  const lines = paragraph.split('\n').map((line) => line.trim())
  const first = lines.findIndex((line) => line.startsWith(`${toHan(item)}、`))
  if (first === -1) return false
  if (subItem === undefined) return true
  const next = lines.findIndex((line, i) => i > first && /^[一二三四五六七八九十]+、/.test(line))
  const own = lines.slice(first, next === -1 ? undefined : next)
  return own.some((line) => line.startsWith(`（${toHan(subItem)}）`) || line.startsWith(`${subItem}.`))
}

function toHan(number: number): string {
  const digits = '零一二三四五六七八九'
  if (number < 10) return digits[number]!
  const tens = Math.floor(number / 10)
  return `${tens > 1 ? digits[tens] : ''}十${number % 10 ? digits[number % 10] : ''}`
}
