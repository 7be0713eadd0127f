import { DomainError } from '~/domain/shared/domain-error'
import { withProblems } from '~/http/with-problems'

/** Any other path or method under /api/v1: a problem document, not a page. */
const refuse = withProblems(async ({ request }) => {
  throw new DomainError('not-found', `${request.method} ${new URL(request.url).pathname}`)
})

export { refuse as action, refuse as loader }
