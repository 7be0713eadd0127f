/** Every way in which a request can be refused. A new code does not compile until `http/problem-details.ts` gives it a status and a message. */
export type DomainErrorCode =
  | 'bad-input'
  | 'too-long'
  | 'not-signed-in'
  | 'wrong-credentials'
  | 'not-allowed'
  | 'not-found'
  | 'talk-ended'
  | 'turn-conflict'
  | 'version-conflict'
  | 'attempt-ended'
  | 'too-many-requests'
  | 'rubric-mismatch'
  | 'engine-unavailable'

/** A refusal with a stable code; `detail` is for people who debug, never shown to a trainee as it is. */
export class DomainError extends Error {
  override readonly name = 'DomainError'

  constructor(
    readonly code: DomainErrorCode,
    readonly detail: string,
    /** Field name to reason key, when single fields are at fault. */
    readonly fields: Readonly<Record<string, string>> = {},
  ) {
    super(`${code}: ${detail}`)
  }
}
