import { strToU8, zipSync } from 'fflate'
import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces'
import type { ExchangeItem, WrittenFile } from '~/domain/quiz/exchange-ports'
import type { ItemContent } from '~/domain/quiz/item'
import { explainItem, joinStem, splitAtBlanks } from './explain-item'

const QTI = 'http://www.imsglobal.org/xsd/imsqti_v2p2'
const PACKAGE = 'http://www.imsglobal.org/xsd/imscp_v1p1'
const TEMPLATES = 'http://www.imsglobal.org/question/qti_v2p2/rptemplates'
/** Of a single choice, with all keys accepted, and of everything else that is worth points. */
const BY_MATCH = `${TEMPLATES}/match_correct`
const BY_MAPPING = `${TEMPLATES}/map_response`

type Cardinality = 'single' | 'multiple' | 'ordered'
type BaseType = 'identifier' | 'directedPair' | 'string'

/** What an answer must be, and what parts of it are worth. */
function declare(
  item: XMLBuilder,
  name: string,
  cardinality: Cardinality,
  baseType: BaseType,
  right: string[],
): XMLBuilder {
  const declaration = item.ele('responseDeclaration', { identifier: name, cardinality, baseType })
  const correct = declaration.ele('correctResponse')
  for (const value of right) correct.ele('value').txt(value)
  return declaration
}

function map(declaration: XMLBuilder, values: readonly [string, number][], upper = 1): void {
  const mapping = declaration.ele('mapping', { defaultValue: '0', lowerBound: '0', upperBound: String(upper) })
  for (const [mapKey, value] of values)
    mapping.ele('mapEntry', { mapKey, mappedValue: String(Number(value.toFixed(5))) })
}

function addLines(parent: XMLBuilder, text: string): void {
  for (const line of text.split('\n')) parent.ele('p').txt(line)
}

type Body = { declare(item: XMLBuilder): void; write(body: XMLBuilder): void; template: string | null }

/** @returns the parts of one item, or null for what has no single machine-marked form here. */
function planBody(content: ItemContent): Body {
  const stem = joinStem(content)
  switch (content.type) {
    case 'single':
    case 'multiple':
    case 'situation': {
      const { options } = content
      const keys = options.filter((one) => one.isKey)
      const isMultiple = content.type === 'multiple'
      return {
        template: BY_MAPPING,
        declare: (item) => {
          const right = isMultiple ? keys : keys.slice(0, 1)
          const declaration = declare(
            item,
            'RESPONSE',
            isMultiple ? 'multiple' : 'single',
            'identifier',
            right.map((one) => one.id),
          )
          const worth = isMultiple ? 1 / keys.length : 1
          map(
            declaration,
            options.map((one) => [one.id, one.isKey ? worth : isMultiple ? -worth : 0]),
          )
        },
        write: (body) => {
          const choice = body.ele('choiceInteraction', {
            responseIdentifier: 'RESPONSE',
            shuffle: 'true',
            maxChoices: isMultiple ? '0' : '1',
          })
          choice.ele('prompt').txt(stem)
          for (const { id, text } of options) choice.ele('simpleChoice', { identifier: id }).txt(text)
        },
      }
    }
    case 'true-false':
      return {
        template: BY_MATCH,
        declare: (item) => void declare(item, 'RESPONSE', 'single', 'identifier', [content.isTrue ? 'true' : 'false']),
        write: (body) => {
          const choice = body.ele('choiceInteraction', {
            responseIdentifier: 'RESPONSE',
            shuffle: 'false',
            maxChoices: '1',
          })
          choice.ele('prompt').txt(stem)
          choice.ele('simpleChoice', { identifier: 'true' }).txt('對')
          choice.ele('simpleChoice', { identifier: 'false' }).txt('錯')
        },
      }
    case 'cloze': {
      const isOne = content.blanks.length === 1
      const nameOf = (i: number) => (isOne ? 'RESPONSE' : `RESPONSE${i + 1}`)
      return {
        template: isOne ? BY_MAPPING : null,
        declare: (item) => {
          for (const [i, { accepted }] of content.blanks.entries()) {
            const declaration = declare(item, nameOf(i), 'single', 'string', accepted.slice(0, 1))
            map(
              declaration,
              accepted.map((word) => [word, 1 / content.blanks.length]),
              1 / content.blanks.length,
            )
          }
        },
        write: (body) => {
          const line = body.ele('p')
          for (const [i, words] of splitAtBlanks(content.stem).entries()) {
            if (i > 0) line.ele('textEntryInteraction', { responseIdentifier: nameOf(i - 1), expectedLength: '12' })
            line.txt(words)
          }
        },
      }
    }
    case 'short-answer':
      return {
        template: null,
        declare: (item) => void declare(item, 'RESPONSE', 'single', 'string', [content.modelAnswer]),
        write: (body) => {
          const text = body.ele('extendedTextInteraction', { responseIdentifier: 'RESPONSE', expectedLines: '4' })
          text.ele('prompt').txt(stem)
        },
      }
    case 'matching': {
      const rights = [...new Set([...content.pairs.map((pair) => pair.right), ...content.extraRights])]
      const pairs = content.pairs.map((pair, i) => `L${i + 1} R${rights.indexOf(pair.right) + 1}`)
      return {
        template: BY_MAPPING,
        declare: (item) =>
          map(
            declare(item, 'RESPONSE', 'multiple', 'directedPair', pairs),
            pairs.map((pair) => [pair, 1 / pairs.length]),
          ),
        write: (body) => {
          const match = body.ele('matchInteraction', {
            responseIdentifier: 'RESPONSE',
            shuffle: 'true',
            maxAssociations: String(pairs.length),
          })
          match.ele('prompt').txt(stem)
          const lefts = match.ele('simpleMatchSet')
          for (const [i, { left }] of content.pairs.entries())
            lefts.ele('simpleAssociableChoice', { identifier: `L${i + 1}`, matchMax: '1' }).txt(left)
          const others = match.ele('simpleMatchSet')
          for (const [i, right] of rights.entries())
            others.ele('simpleAssociableChoice', { identifier: `R${i + 1}`, matchMax: String(pairs.length) }).txt(right)
        },
      }
    }
    case 'ordering':
      return {
        template: BY_MATCH,
        declare: (item) =>
          void declare(
            item,
            'RESPONSE',
            'ordered',
            'identifier',
            content.steps.map((_, i) => `S${i + 1}`),
          ),
        write: (body) => {
          const order = body.ele('orderInteraction', { responseIdentifier: 'RESPONSE', shuffle: 'true' })
          order.ele('prompt').txt(stem)
          for (const [i, step] of content.steps.entries())
            order.ele('simpleChoice', { identifier: `S${i + 1}` }).txt(step)
        },
      }
  }
}

/** The points of several blanks are added up; the standard templates know one response only. */
function addSum(item: XMLBuilder, blanks: number): void {
  const sum = item.ele('responseProcessing').ele('setOutcomeValue', { identifier: 'SCORE' }).ele('sum')
  for (let i = 1; i <= blanks; i++) sum.ele('mapResponse', { identifier: `RESPONSE${i}` })
}

function writeItem(identifier: string, content: ItemContent): string {
  const item = create({ version: '1.0', encoding: 'UTF-8' }).ele(QTI, 'assessmentItem', {
    identifier,
    title: content.stem.slice(0, 60),
    adaptive: 'false',
    timeDependent: 'false',
    'xml:lang': 'zh-Hant',
  })
  const plan = planBody(content)
  plan.declare(item)
  const score = { identifier: 'SCORE', cardinality: 'single', baseType: 'float', normalMaximum: '1' }
  item.ele('outcomeDeclaration', score).ele('defaultValue').ele('value').txt('0')
  item.ele('outcomeDeclaration', { identifier: 'FEEDBACK', cardinality: 'single', baseType: 'identifier' })
  plan.write(item.ele('itemBody'))
  if (plan.template) item.ele('responseProcessing', { template: plan.template })
  else if (content.type === 'cloze') addSum(item, content.blanks.length)
  const explanation = explainItem(content)
  if (explanation !== '') {
    const feedback = { outcomeIdentifier: 'FEEDBACK', showHide: 'show', identifier: 'explanation', title: '解析' }
    addLines(item.ele('modalFeedback', feedback), explanation)
  }
  return item.end({ prettyPrint: false })
}

function writeManifest(names: readonly string[]): string {
  const manifest = create({ version: '1.0', encoding: 'UTF-8' }).ele(PACKAGE, 'manifest', {
    identifier: 'DUILIAN-ITEMS',
  })
  const metadata = manifest.ele('metadata')
  metadata.ele('schema').txt('QTIv2.2 Package')
  metadata.ele('schemaversion').txt('1.0.0')
  manifest.ele('organizations')
  const resources = manifest.ele('resources')
  for (const [i, href] of names.entries())
    resources.ele('resource', { identifier: `RES-${i + 1}`, type: 'imsqti_item_xmlv2p2', href }).ele('file', { href })
  return manifest.end({ prettyPrint: true })
}

/**
 * Writes items as an IMS QTI 2.2 package: a zip with a manifest and one file for each item.
 * A short answer is marked by hand there: QTI has no standard for points within a text.
 */
export function writeQti(items: readonly ExchangeItem[]): WrittenFile {
  const files = items.map(({ content }, i) => [`items/item-${i + 1}.xml`, writeItem(`ITEM-${i + 1}`, content)] as const)
  const bytes = zipSync({
    'imsmanifest.xml': strToU8(writeManifest(files.map(([name]) => name))),
    ...Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)])),
  })
  return { bytes, extension: 'zip', contentType: 'application/zip', skipped: [] }
}
