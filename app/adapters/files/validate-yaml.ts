import type { z } from 'zod'
import { formatKeyPath, type KeyPath } from '../../domain/shared/content-problem'
import type { Fault } from './content-fault'
import type { PositionedYaml } from './parse-yaml'

/** @returns the value, or every fault of the file with its line; syntax faults hide the schema's. */
export function validateYaml<T>(yaml: PositionedYaml, schema: z.ZodType<T>): { value: T | null; faults: Fault[] } {
  if (yaml.faults.length > 0) return { value: null, faults: yaml.faults }
  const result = schema.safeParse(yaml.data)
  if (result.success) return { value: result.data, faults: [] }
  return { value: null, faults: result.error.issues.flatMap((issue) => describeIssue(yaml, issue, [])) }
}

/** @returns a fault at the line of the key that `path` leads to. */
export function placeFault(yaml: PositionedYaml, path: KeyPath, message: string): Fault {
  return { file: yaml.file, line: yaml.lineOf(path), key: formatKeyPath(path), message }
}

type Issue = z.core.$ZodIssue

function describeIssue(yaml: PositionedYaml, issue: Issue, base: KeyPath): Fault[] {
  const path = [...base, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))]
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => placeFault(yaml, [...path, key], 'unknown key'))
  }
  if (issue.code === 'invalid_union') {
    const branch = pickBranch(issue.errors)
    if (branch) return branch.flatMap((inner) => describeIssue(yaml, inner, path))
    const alternatives = issue.errors.flatMap((issues) => issues.slice(0, 1).map(describeMessage))
    return [placeFault(yaml, path, yaml.hasPath(path) ? alternatives.join(', or ') : 'is missing')]
  }
  if (issue.code === 'invalid_type' && !yaml.hasPath(path)) return [placeFault(yaml, path, 'is missing')]
  return [placeFault(yaml, path, describeMessage(issue))]
}

function describeMessage(issue: Issue): string {
  return issue.message.replace(/^Invalid (input|option): /, '')
}

/** The alternative of a union that the author meant: the one whose faults lie inside the value and not in its kind. */
function pickBranch(branches: Issue[][]): Issue[] | null {
  const inside = branches.filter((issues) => issues.length > 0 && issues.every((issue) => !isKindFault(issue)))
  return inside.sort((a, b) => a.length - b.length)[0] ?? null
}

/** The value is of another kind altogether, e.g. a text where an object is wanted. */
function isKindFault(issue: Issue): boolean {
  return issue.path.length === 0 && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
}
