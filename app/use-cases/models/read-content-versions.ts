import type { Content } from '../../domain/content'

/** Versions of the content that an evaluation depends on, by name. */
export function readContentVersions(content: Content): Record<string, string> {
  return {
    catalogue: String(content.catalogue.version),
    rubric: String(content.rubric.version),
    personas: String(content.personas.size),
    scenarios: String(content.scenarios.size),
  }
}
