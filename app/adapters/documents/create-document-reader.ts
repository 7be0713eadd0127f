import { createHash } from 'node:crypto'
import {
  findInstructions,
  mergeFlags,
  stripInvisible,
  type TextFlag,
} from '../../domain/knowledge/find-suspicious-text'
import { MAX_FILE_BYTES } from '../../domain/knowledge/import-limits'
import type { DocumentReader, ReadDocument, SourceFile } from '../../domain/knowledge/knowledge-ports'
import { parseGuideMarkdown } from '../../domain/knowledge/parse-guide-markdown'
import { parseLawJson } from '../../domain/knowledge/parse-law-json'
import { isLawMarkdown, parseLawMarkdown } from '../../domain/knowledge/parse-law-markdown'
import { type OutlineHead, type OutlineToken, parseOutline } from '../../domain/knowledge/parse-outline'
import { parsePlainText } from '../../domain/knowledge/parse-plain-text'
import type { ParsedDocument, ParseResult } from '../../domain/knowledge/parsed-document'
import { decodeText } from './decode-text'
import { detectFormat, type SourceFormat } from './detect-format'
import { MAX_CHARACTERS } from './limits'
import { readDocx } from './read-docx'
import { readFrontMatter } from './read-front-matter'
import { readHtml } from './read-html'
import { readPdf } from './read-pdf'
import { FileRefused } from './refuse-file'

type Parsed = { result: ParseResult; label: string | null; flags: TextFlag[] }

/** Reads files from outside: what they are, their text and structure, and what about them should be looked at. Nothing in them is obeyed, fetched or run. */
export function createDocumentReader(): DocumentReader {
  return {
    async read(file) {
      try {
        return await readDocument(file)
      } catch (error) {
        if (error instanceof FileRefused) return { status: 'refused', reason: error.refusal }
        // A parser that stumbles over foreign bytes is that file's fault, whatever it throws.
        return { status: 'refused', reason: new FileRefused('broken').refusal }
      }
    },
  }
}

async function readDocument(file: SourceFile): Promise<ReadDocument> {
  if (file.bytes.length === 0) throw new FileRefused('empty')
  if (file.bytes.length > MAX_FILE_BYTES) throw new FileRefused('too-large')
  const format = await detectFormat(file.name, file.bytes)
  const { result, label, flags } = await parse(format, file)
  if (result.status === 'refused') {
    const [fault] = result.faults
    if (!fault || fault.code === 'empty') throw new FileRefused('empty')
    return {
      status: 'refused',
      reason: { code: 'not-a-document', message: fault.message, ...(fault.place && { place: fault.place }) },
    }
  }
  const document = tidyDocument(result.document)
  const words = document.passages.map((one) => one.text).join('\n')
  const all = mergeFlags([...flags, ...findInstructions(`${document.title}\n${words}`)])
  return { status: 'read', document, label, flags: all, checksum: sumContent(document) }
}

async function parse(format: SourceFormat, file: SourceFile): Promise<Parsed> {
  const head: OutlineHead = { kind: file.kind }
  const fallback = file.name.replace(/^.*[\\/]/u, '').replace(/\.[^.]+$/u, '')
  switch (format) {
    case 'pdf': {
      const { title, pages, flags } = await readPdf(file.bytes)
      const clean = pages.map((page) => clear(page, flags))
      return {
        result: parsePlainText({ ...head, ...findTitle(title, clean[0] ?? '', fallback) }, clean),
        label: null,
        flags,
      }
    }
    case 'docx': {
      const { title, tokens, flags } = await readDocx(file.bytes)
      return { result: parseTokens(head, tokens, title ?? fallback, flags), label: null, flags }
    }
    case 'html': {
      const source = decode(file.bytes, [])
      const { title, tokens, flags } = readHtml(source)
      flags.push(...flagComments(source))
      return { result: parseTokens(head, tokens, title ?? fallback, flags), label: null, flags }
    }
    default: {
      const flags: TextFlag[] = []
      const source = decode(file.bytes, flags)
      if (format === 'json') return { result: parseLawJson(source), label: null, flags }
      if (isLawMarkdown(source)) return { result: parseLawMarkdown(source), label: null, flags }
      return format === 'markdown'
        ? parseMarkdown(head, source, fallback, flags)
        : { result: parsePlainText(head, [source]), label: null, flags }
    }
  }
}

/** Comments of a page are no part of its text, and most are harmless; those that speak to a model are shown. */
function flagComments(source: string): TextFlag[] {
  return [...source.matchAll(/<!--[\s\S]*?-->/gu)]
    .filter(([comment]) => findInstructions(comment).length > 0)
    .map(([comment]) => ({ code: 'hidden-text', quote: comment, count: 1 }))
}

const MAX_TITLE_LINE = 40

/** A PDF's own title, else its first line where that reads like one (the parser takes it then), else the file's name. */
function findTitle(title: string | null, firstPage: string, fallback: string): { title?: string } {
  if (title !== null) return { title }
  const line = firstPage.trim().split('\n')[0]?.trim() ?? ''
  const isTitle = [...line].length >= 3 && [...line].length <= MAX_TITLE_LINE && !/[。；，：:.!?]/u.test(line)
  return isTitle ? {} : { title: fallback }
}

function parseMarkdown(head: OutlineHead, source: string, fallback: string, flags: TextFlag[]): Parsed {
  const matter = readFrontMatter(source)
  for (const [comment] of source.matchAll(/<!--[\s\S]*?-->/gu))
    flags.push({ code: 'hidden-text', quote: comment, count: 1 })
  for (const [tag] of source.matchAll(/<script[\s\S]*?(?:<\/script>|$)/giu))
    flags.push({ code: 'script', quote: tag, count: 1 })
  const visible = source.replace(/<(script|style)\b[\s\S]*?(?:<\/\1>|$)/giu, '')
  const named = matter.title ?? matter.name
  const title = named ?? (/^#\s+\S/mu.test(visible) ? undefined : fallback)
  const result = parseGuideMarkdown(
    {
      kind: matter.kind ?? head.kind,
      effectiveFrom: matter.effectiveFrom ?? null,
      ...(title !== undefined && { title }),
    },
    visible,
  )
  return { result, label: matter.version ?? null, flags }
}

function parseTokens(
  head: OutlineHead,
  tokens: readonly OutlineToken[],
  title: string,
  flags: TextFlag[],
): ParseResult {
  const clean = tokens.map((one) => ({ ...one, text: clear(one.text, flags) }))
  const plain = clean.map((one) => one.text).join('\n\n')
  if (isLawMarkdown(plain)) return parseLawMarkdown(plain)
  const hasOwnTitle = clean.some((one) => one.kind === 'heading' && one.level === 1)
  return parseOutline(hasOwnTitle ? head : { ...head, title }, clean)
}

function decode(bytes: Uint8Array, flags: TextFlag[]): string {
  return clear(decodeText(bytes), flags)
}

/** Takes out what nobody sees, and characters that no database holds. */
function clear(text: string, flags: TextFlag[]): string {
  if (text.length > MAX_CHARACTERS) throw new FileRefused('too-long', `${text.length}`)
  const { text: clean, count } = stripInvisible(replaceLoneSurrogates(text))
  if (count > 0) flags.push({ code: 'zero-width', quote: '', count })
  return clean.replace(LOOKALIKES, (one) => one.normalize('NFKC'))
}

/** Radicals and compatibility forms that PDF fonts put in place of the characters they look like: ⼀ for 一, ⾝ for 身. */
const LOOKALIKES = /[\u2E80-\u2FDF\uF900-\uFAFF]/gu

function replaceLoneSurrogates(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
}

const MAX_TITLE_CHARACTERS = 120

/** A title stands in ids and addresses: without the signs that part those. */
function tidyDocument(document: ParsedDocument): ParsedDocument {
  const title = document.title
    .replace(/\s+/gu, ' ')
    .replace(/[@#/\\?%]/gu, '·')
    .trim()
  return { ...document, title: [...title].slice(0, MAX_TITLE_CHARACTERS).join('') }
}

function sumContent(document: ParsedDocument): string {
  const { kind, title, amendedOn, effectiveFrom, passages } = document
  const pieces = passages.map(({ article, headings, text }) => [article, headings, text.replace(/\s+/gu, '')])
  return createHash('sha256')
    .update(JSON.stringify([kind, title, amendedOn, effectiveFrom, pieces]))
    .digest('hex')
}
