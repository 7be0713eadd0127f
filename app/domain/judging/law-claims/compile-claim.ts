import { type LawClaim, MEASURE_PLACE, type MeasureKind } from './law-claim-schema'
import { MEASURE_SOURCES } from './read-measure'

/** What words that match say: a measure to compare, or something right or wrong as it stands. */
export type Standing = 'compare' | 'right' | 'wrong'

/** The patterns of a claim, ready to be used. A measure is in the group `n`. */
export type CompiledClaim = {
  reads: RegExp
  says: readonly { pattern: RegExp; stands: Standing }[]
  unless: RegExp | null
}

const COMPILED = new WeakMap<LawClaim, CompiledClaim>()

/** The same claims are looked for in every utterance; each is compiled once. */
export function compileClaim(claim: LawClaim): CompiledClaim {
  const known = COMPILED.get(claim)
  if (known) return known
  const compiled: CompiledClaim = {
    reads: compile(claim.reads, claim.kind === 'measure' ? claim.measure : null, 'u'),
    says:
      claim.kind === 'measure'
        ? claim.says.map((one) => ({ pattern: compile(one, claim.measure, 'gu'), stands: 'compare' }))
        : [
            ...claim.wrong.map((one) => ({ pattern: compile(one, null, 'gu'), stands: 'wrong' as const })),
            ...claim.right.map((one) => ({ pattern: compile(one, null, 'gu'), stands: 'right' as const })),
          ],
    unless: claim.unless === undefined ? null : new RegExp(claim.unless, 'u'),
  }
  COMPILED.set(claim, compiled)
  return compiled
}

function compile(source: string, kind: MeasureKind | null, flags: string): RegExp {
  return new RegExp(kind === null ? source : source.replace(MEASURE_PLACE, `(?<n>${MEASURE_SOURCES[kind]})`), flags)
}
