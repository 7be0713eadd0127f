import type { z } from 'zod'
import { DomainError } from '../domain/shared/domain-error'

/**
 * Checks what came in against its schema.
 *
 * @throws DomainError `bad-input` with one message per field at fault.
 */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) fields[issue.path.join('.') || '(body)'] ??= issue.message
  throw new DomainError(
    'bad-input',
    Object.entries(fields)
      .map(([key, fault]) => `${key}: ${fault}`)
      .join('; '),
    fields,
  )
}
