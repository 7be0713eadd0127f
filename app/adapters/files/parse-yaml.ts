import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml'
import type { KeyPath } from '../../domain/shared/content-problem'
import type { Fault } from './content-fault'

/** A parsed YAML text that still knows where each key stood. */
export type PositionedYaml = {
  file: string
  data: unknown
  /** Syntax errors and repeated keys; when there is one, `data` must not be used. */
  faults: Fault[]
  /** @returns the line (from 1) of the key at `path`, or of the nearest parent that exists. */
  lineOf(path: KeyPath): number
  hasPath(path: KeyPath): boolean
}

/**
 * @param file name for faults.
 * @param linesBefore lines of the file that precede `text`, e.g. the opening mark of a front matter.
 */
export function parseYaml(text: string, file: string, linesBefore = 0): PositionedYaml {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const toLine = (offset: number) => lineCounter.linePos(offset).line + linesBefore
  const faults = [...document.errors, ...document.warnings].map((error) => ({
    file,
    line: toLine(error.pos[0]),
    key: '',
    message: error.message,
  }))
  const locate = (path: KeyPath) => locateNode(document, path)
  return {
    file,
    data: faults.length > 0 ? undefined : document.toJS(),
    faults,
    lineOf: (path) => toLine(locate(path).offset),
    hasPath: (path) => locate(path).isFound,
  }
}

type YamlDocument = ReturnType<typeof parseDocument>

function locateNode(document: YamlDocument, path: KeyPath): { offset: number; isFound: boolean } {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document)
    const child = findChild(node, part)
    if (!child) return { offset, isFound: false }
    offset = startOf(child.mark) ?? offset
    node = child.node
  }
  return { offset, isFound: true }
}

/** `mark` is what stands first: the key of a pair, or the item of a list. */
function findChild(node: unknown, part: string | number): { mark: unknown; node: unknown } | null {
  if (isMap(node)) {
    const pair = node.items.find((one: Pair) => isScalar(one.key) && String(one.key.value) === String(part))
    return pair ? { mark: pair.key, node: pair.value } : null
  }
  if (isSeq(node) && typeof part === 'number') {
    const item = node.items[part]
    return item === undefined ? null : { mark: item, node: item }
  }
  return null
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}
