/** Free of zod, so that a page can list the eight skills without carrying the schemas to the browser. */
export const DIMENSIONS = [
  'opening',
  'discovery',
  'listening',
  'explanation',
  'disclosure',
  'objection',
  'closing',
  'compliance',
] as const
export type Dimension = (typeof DIMENSIONS)[number]
