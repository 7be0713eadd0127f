import type { z } from 'zod'
import type { Validity } from '~/domain/knowledge/compute-validity'
import type { ImportRecord, StoredPassage, StoredVersion } from '~/domain/knowledge/knowledge-ports'
import type { Services } from '~/services.server'
import type * as schemas from './knowledge-schemas'

// From the knowledge base to the JSON of the contract.

type View<Schema extends z.ZodType> = z.input<Schema>
type Returned<Name extends keyof Services> = Services[Name] extends (...args: never[]) => Promise<infer Result>
  ? Result
  : never
type Found = Returned<'searchKnowledge'>
type Answer = Returned<'answerFromKnowledge'>
type ListedDocument = Returned<'listKnowledgeDocuments'>[number]
type ReadText = Returned<'readKnowledgeDocument'>
type ReadPassage = Returned<'readKnowledgePassage'>

const articleOf = (version: Pick<StoredVersion, 'kind'>, passage: Pick<StoredPassage, 'article'>) =>
  passage.article !== null && version.kind === 'regulation' ? { article: passage.article } : {}

/** 「保險法 › 第一章 總則 › §64」. */
function formatPath(
  version: Pick<StoredVersion, 'kind' | 'title'>,
  passage: Pick<StoredPassage, 'article' | 'headings'>,
): string {
  const address =
    passage.article === null ? [] : [version.kind === 'regulation' ? `§${passage.article}` : passage.article]
  return [version.title, ...passage.headings, ...address].join(' › ')
}

function viewHit({ passage, version, validity, score }: Found['hits'][number]): View<typeof schemas.hitSchema> {
  return {
    passageId: passage.id,
    documentId: passage.documentId,
    kind: version.kind,
    document: version.title,
    ...articleOf(version, passage),
    path: formatPath(version, passage),
    text: passage.text,
    score,
    version: version.id,
    effectiveFrom: validity.from,
    effectiveTo: validity.to,
  }
}

export function viewSearch(found: Found): View<typeof schemas.searchResultSchema> {
  return { hits: found.hits.map(viewHit), isGoodEnough: found.isGoodEnough, asOf: found.asOf }
}

export function viewAnswer(answer: Answer): View<typeof schemas.answerSchema> {
  return {
    answer: answer.sentences
      .map(({ text, cites }) => `${text}（${cites.map((one) => one.cite).join('、')}）`)
      .join('\n'),
    citations: answer.citations.map((hit) => ({ ...viewHit(hit), cite: hit.cite })),
    grounded: answer.grounded,
    writtenBy: answer.writtenBy,
    note: answer.note,
    asOf: answer.asOf,
  }
}

export function viewImport(record: ImportRecord): View<typeof schemas.importSchema> {
  return {
    importId: record.id,
    status: record.status,
    files: record.files.map(({ name, status, reason, documentId, versionId, passageCount, flags }) => ({
      name,
      status,
      ...(reason && {
        reason: reason.place ? `${reason.message.zh}（${reason.place}）` : reason.message.zh,
        reasonEn: reason.place ? `${reason.message.en} (${reason.place})` : reason.message.en,
        reasonCode: reason.code,
      }),
      ...(documentId !== null && { documentId }),
      ...(versionId !== null && { version: versionId }),
      ...(passageCount !== null && { passages: passageCount }),
      flags: [...flags],
    })),
  }
}

export function viewDocument(document: ListedDocument): View<typeof schemas.documentSchema> {
  return {
    id: document.id,
    kind: document.kind,
    title: document.title,
    currentVersion: document.currentVersionId,
    isRetired: document.retiredAt !== null,
    versions: document.versions.map((version) => ({
      version: version.id,
      label: version.label,
      amendedOn: version.amendedOn,
      effectiveFrom: version.effectiveFrom,
      effectiveTo: version.effectiveTo,
      effectiveBasis: version.effectiveBasis,
      effectiveNote: version.effectiveNote,
      isRepealed: version.isRepealed,
      passages: version.passageCount,
      fileName: version.fileName,
      flags: [...version.flags],
      importedAt: version.importedAt.toISOString(),
    })),
  }
}

function viewPiece(version: StoredVersion, passage: StoredPassage, validity: Validity | null) {
  return {
    id: passage.id,
    ...articleOf(version, passage),
    path: formatPath(version, passage),
    text: passage.text,
    ...(passage.page !== undefined && { page: passage.page }),
    effectiveFrom: validity?.from ?? null,
    effectiveTo: validity?.to ?? null,
    isInForce: validity !== null && validity.to === null,
  }
}

export function viewText({ document, version, passages }: ReadText): View<typeof schemas.documentTextSchema> {
  return {
    ...viewDocument(document),
    version: version.id,
    passages: passages.map((passage) => viewPiece(version, passage, passage.validity)),
  }
}

export function viewPassage(read: ReadPassage): View<typeof schemas.passageViewSchema> {
  const { passage, document, version, validity, cite } = read
  return {
    ...viewPiece(version, passage, validity),
    documentId: document.id,
    document: document.title,
    kind: document.kind,
    version: version.id,
    cite,
    isRetired: document.retiredAt !== null,
  }
}

// ---- for our own pages

export function viewExplained(found: Found) {
  return {
    hits: found.hits.map((hit) => ({
      ...viewHit(hit),
      cite: hit.cite,
      explain: { ...hit.explain, terms: hit.explain.terms.map((one) => ({ ...one, fields: [...one.fields] })) },
    })),
    isGoodEnough: found.isGoodEnough,
    asOf: found.asOf,
  }
}

export function viewPieces({ version, passages }: ReadText) {
  return passages.map((passage) => ({
    ...viewPiece(version, passage, passage.validity),
    headings: [...passage.headings],
    address: passage.article === null ? null : version.kind === 'regulation' ? `§${passage.article}` : passage.article,
  }))
}

export function viewComparison(comparison: Returned<'compareKnowledgeTexts'>) {
  const { before, after, changes, sameCount, citing } = comparison
  return {
    before: before.label,
    after: after.label,
    sameCount,
    changes: changes.map((change) => ({
      kind: change.kind,
      key: change.key,
      parts:
        change.kind === 'changed'
          ? [...change.parts]
          : change.kind === 'added'
            ? [{ kind: 'added' as const, text: change.after.text }]
            : [{ kind: 'removed' as const, text: change.before.text }],
    })),
    citing: citing.map(({ kind, id, label, cite }) => ({ kind, id, label, cite })),
  }
}
