import type { DomainError, DomainErrorCode } from '../domain/shared/domain-error'

/** Status, and the key of the message that people see (locales/…/errors.json), for every code. */
const PROBLEMS: Record<DomainErrorCode, { status: number; title: string }> = {
  'bad-input': { status: 400, title: '內容有誤 · The input has faults' },
  'too-long': { status: 413, title: '內容太長 · The text is too long' },
  'not-signed-in': { status: 401, title: '請先登入 · Sign in first' },
  'wrong-credentials': { status: 401, title: '帳號或密碼不對 · Wrong e-mail address or password' },
  'not-allowed': { status: 403, title: '沒有權限 · Not allowed' },
  'not-found': { status: 404, title: '找不到 · Not found' },
  'talk-ended': { status: 409, title: '這場對談已經結束 · This talk has ended' },
  'turn-conflict': { status: 409, title: '這場對談在別處往前走了 · The talk has moved on elsewhere' },
  'version-conflict': { status: 409, title: '別人剛改過這份內容 · Somebody else has changed it meanwhile' },
  'attempt-ended': { status: 409, title: '這次作答已經結束 · This attempt has ended' },
  'too-many-requests': { status: 429, title: '太頻繁了，請稍候 · Too many requests' },
  'rubric-mismatch': { status: 500, title: '評分規準不一致 · The rubric does not fit' },
  'engine-unavailable': { status: 503, title: '引擎無法使用 · The engine is unavailable' },
}

export function statusOf(code: DomainErrorCode): number {
  return PROBLEMS[code].status
}

/** Duck-typed: under Vite's dev server two copies of the class can be alive. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === 'DomainError'
}

/** RFC 9457 problem details; `type` is stable, `detail` is for developers. */
export function problemResponse(error: DomainError): Response {
  const { status, title } = PROBLEMS[error.code]
  const retryAfter = /wait (\d+) s/.exec(error.detail)?.[1]
  return Response.json(
    {
      type: `urn:duilian:problem:${error.code}`,
      title,
      status,
      detail: error.detail,
      ...(Object.keys(error.fields).length > 0 && { fields: error.fields }),
    },
    {
      status,
      headers: {
        'Content-Type': 'application/problem+json; charset=utf-8',
        ...(retryAfter && { 'Retry-After': retryAfter }),
        ...(status === 401 && { 'WWW-Authenticate': 'Bearer realm="duilian"' }),
      },
    },
  )
}
