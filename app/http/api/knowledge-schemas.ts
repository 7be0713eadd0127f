import { z } from 'zod'
import { IMPORT_FILE_STATUSES } from '~/domain/knowledge/knowledge-ports'
import { DOCUMENT_KINDS } from '~/domain/knowledge/passage'

// What goes in and out of /api/v1/knowledge.

export const MAX_QUERY_CHARACTERS = 400

const localDate = z.iso.date()
const kind = z.enum(DOCUMENT_KINDS)
const whole = z.number().int().min(0)

// ---- requests

export const searchInput = z.object({
  q: z.string().trim().min(1).max(MAX_QUERY_CHARACTERS),
  k: z.coerce.number().int().min(1).max(100).optional(),
  kind: kind.optional(),
  /** Local date in Taiwan; today when left out. */
  asOf: localDate.optional(),
})
export const answerInput = z.strictObject({
  question: z.string().trim().min(1).max(MAX_QUERY_CHARACTERS),
  asOf: localDate.optional(),
})
/** Multipart: `files` several times; `kind` says what those are that are no statutes by their form. */
export const uploadInput = z.object({
  files: z.array(z.string().meta({ format: 'binary' })).min(1),
  kind: kind.optional(),
})

// ---- responses

export const hitSchema = z.object({
  passageId: z.string(),
  documentId: z.string(),
  kind,
  /** For a statute its name. */
  document: z.string(),
  /** For a statute the number of its article, e.g. 107-1. */
  article: z.string().optional(),
  path: z.string(),
  text: z.string(),
  score: z.number(),
  version: z.string(),
  effectiveFrom: localDate.nullable(),
  effectiveTo: localDate.nullable(),
})
export const searchResultSchema = z.object({
  hits: z.array(hitSchema),
  /** False: even the best hit does not answer the query. */
  isGoodEnough: z.boolean(),
  asOf: localDate,
})
export const answerSchema = z.object({
  /** Every sentence ends with its place; empty when not grounded. */
  answer: z.string(),
  /** What the answer stands on; the nearest passages when not grounded. */
  citations: z.array(hitSchema.extend({ cite: z.string() })),
  grounded: z.boolean(),
  /** `model`: a language model wrote it out of the passages, and every sentence was checked against them. */
  writtenBy: z.enum(['model', 'sources']),
  /** Why a model that is set did not write it. */
  note: z.enum(['model-failed', 'model-unsound', 'kept-here']).nullable(),
  asOf: localDate,
})
export const importStartedSchema = z.object({ importId: z.string() })
const flagSchema = z.object({ code: z.string(), quote: z.string(), count: whole })
export const importSchema = z.object({
  importId: z.string(),
  status: z.enum(['running', 'done', 'failed']),
  files: z.array(
    z.object({
      name: z.string(),
      status: z.enum(IMPORT_FILE_STATUSES),
      /** In Chinese, for people; `reasonCode` is stable. */
      reason: z.string().optional(),
      reasonEn: z.string().optional(),
      reasonCode: z.string().optional(),
      documentId: z.string().optional(),
      version: z.string().optional(),
      passages: whole.optional(),
      flags: z.array(flagSchema),
    }),
  ),
})
const versionSchema = z.object({
  version: z.string(),
  label: z.string(),
  amendedOn: localDate.nullable(),
  effectiveFrom: localDate.nullable(),
  effectiveTo: localDate.nullable(),
  effectiveBasis: z.enum(['stated', 'third-day-rule', 'undetermined', 'unknown']),
  effectiveNote: z.string(),
  isRepealed: z.boolean(),
  passages: whole,
  fileName: z.string(),
  flags: z.array(flagSchema),
  importedAt: z.iso.datetime(),
})
export const documentSchema = z.object({
  id: z.string(),
  kind,
  title: z.string(),
  currentVersion: z.string(),
  isRetired: z.boolean(),
  versions: z.array(versionSchema),
})
const passageSchema = z.object({
  id: z.string(),
  article: z.string().optional(),
  path: z.string(),
  text: z.string(),
  page: z.number().int().optional(),
  /** Both null: this piece of the text never came into force, or is not in force. */
  effectiveFrom: localDate.nullable(),
  effectiveTo: localDate.nullable(),
  isInForce: z.boolean(),
})
export const documentTextSchema = documentSchema.extend({ version: z.string(), passages: z.array(passageSchema) })
export const passageViewSchema = passageSchema.extend({
  documentId: z.string(),
  document: z.string(),
  kind,
  version: z.string(),
  cite: z.string(),
  isRetired: z.boolean(),
})
