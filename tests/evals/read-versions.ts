import type { Content } from '../../app/domain/content'
import { readContentVersions } from '../../app/use-cases/models/read-content-versions'

/** What was measured with: versions of the content that a result depends on, and `more`. */
export function readVersions(content: Content, more: Record<string, string>): Record<string, string> {
  return { ...readContentVersions(content), ...more }
}
