/** How an answer in JSON can be asked for, best first. */
export type JsonFormat = 'json_schema' | 'json_object' | 'plain'
/** What goes into a request beside the words. */
type Manner = {
  /** `temperature` and `seed`, which models that think first refuse. */
  hasSampling: boolean
  /** The counting of tokens in streams, which some servers refuse. */
  hasUsage: boolean
  /** A system message of its own; the templates of some models know none, then it leads the first message of the user. */
  hasSystem: boolean
}
export type Rung = Manner & { format: JsonFormat }

const FORMATS: readonly JsonFormat[] = ['json_schema', 'json_object', 'plain']
const MANNERS: readonly Manner[] = [
  { hasSampling: true, hasUsage: true, hasSystem: true },
  { hasSampling: false, hasUsage: true, hasSystem: true },
  { hasSampling: false, hasUsage: false, hasSystem: true },
  { hasSampling: true, hasUsage: true, hasSystem: false },
  { hasSampling: false, hasUsage: false, hasSystem: false },
]
const JSON_RUNGS: readonly Rung[] = MANNERS.flatMap((manner) => FORMATS.map((format) => ({ format, ...manner })))
const TEXT_RUNGS: readonly Rung[] = MANNERS.map((manner) => ({ format: 'plain', ...manner }))

export type CapabilityLadder = {
  /** What to try, in order; one rung once it has been found. */
  list(model: string, kind: 'json' | 'text'): readonly Rung[]
  /** This rung was taken by the server. */
  note(model: string, kind: 'json' | 'text', rung: Rung): void
  /** It is taken no longer: the next call looks for another. */
  forget(model: string, kind: 'json' | 'text'): void
  /** @returns null before the first call that succeeded. */
  find(model: string, kind: 'json' | 'text'): Rung | null
}

/** What a server takes for a model, found by the first call that succeeds and kept until the server refuses it. */
export function createCapabilityLadder(): CapabilityLadder {
  const found = new Map<string, Rung>()
  const key = (model: string, kind: string) => `${model} ${kind}`
  return {
    list(model, kind) {
      const known = found.get(key(model, kind))
      if (known) return [known]
      return kind === 'json' ? JSON_RUNGS : TEXT_RUNGS
    },
    note: (model, kind, rung) => void found.set(key(model, kind), rung),
    forget: (model, kind) => void found.delete(key(model, kind)),
    find: (model, kind) => found.get(key(model, kind)) ?? null,
  }
}
