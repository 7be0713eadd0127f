import { SCORM_VERSIONS, type ScormVersion } from '../domain/course/scorm-versions'
import { DomainError } from '../domain/shared/domain-error'

/** @throws DomainError `bad-input` when `?version=` is none of those we write. */
export function readScormVersion(request: Request): ScormVersion {
  const wanted = new URL(request.url).searchParams.get('version')
  const version = SCORM_VERSIONS.find((one) => one === wanted)
  if (!version) throw new DomainError('bad-input', `version: one of ${SCORM_VERSIONS.join(', ')}`)
  return version
}
