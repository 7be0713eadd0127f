import type { Content } from '../../app/domain/content'

/** What was measured with: versions of the content that a result depends on, and `more`. */
export function readVersions(content: Content, more: Record<string, string>): Record<string, string> {
  return {
    catalogue: String(content.catalogue.version),
    rubric: String(content.rubric.version),
    personas: String(content.personas.size),
    scenarios: String(content.scenarios.size),
    ...more,
  }
}
