/** How an answer in JSON can be asked for, best first. */
export type JsonFormat = 'json_schema' | 'json_object' | 'plain'
export type Rung = {
  format: JsonFormat
  /** `temperature`, `seed` and the counting of tokens in streams, which some servers refuse. */
  hasExtras: boolean
}

const FORMATS: readonly JsonFormat[] = ['json_schema', 'json_object', 'plain']
const JSON_RUNGS: readonly Rung[] = [true, false].flatMap((hasExtras) =>
  FORMATS.map((format) => ({ format, hasExtras })),
)
const TEXT_RUNGS: readonly Rung[] = [true, false].map((hasExtras) => ({ format: 'plain', hasExtras }))

export type CapabilityLadder = {
  /** What to try, in order; one rung once it has been found. */
  list(model: string, kind: 'json' | 'text'): readonly Rung[]
  /** This rung was taken by the server. */
  note(model: string, kind: 'json' | 'text', rung: Rung): void
  describe(): Record<string, Rung>
}

/** What a server takes for a model, found by the first call that succeeds and kept for the life of the process. */
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
    describe: () => Object.fromEntries(found),
  }
}
