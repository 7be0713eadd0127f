import type { PersonRecord } from '../domain/ports'
import type { AppLoadContext } from './load-context'
import { isDomainError } from './problem-details'

export type CitedText = { text: string /** For people: 保險法 §64. */; label: string }

/** The words of these passages; what is not in the knowledge base, or not to be seen, is left out. */
export async function readCitedTexts(
  context: AppLoadContext,
  person: PersonRecord,
  passageIds: readonly string[],
): Promise<Map<string, CitedText>> {
  const found = new Map<string, CitedText>()
  for (const id of new Set(passageIds)) {
    try {
      const { passage, cite } = await context.services.readKnowledgePassage(person, id)
      found.set(id, { text: passage.text, label: cite })
    } catch (error) {
      if (!isDomainError(error) || error.code !== 'not-found') throw error
    }
  }
  return found
}
