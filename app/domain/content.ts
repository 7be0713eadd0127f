import type { AdviceFile } from './judging/advice-schema'
import type { DutiesFile } from './judging/duty-schema'
import type { Rubric } from './judging/rubric-schema'
import type { WordingBlock } from './judging/wording-schema'
import type { Guide } from './knowledge/guide-schema'
import type { Insurer, Product } from './knowledge/product-schema'
import type { Persona } from './persona/persona-schema'
import type { Scenario } from './persona/scenario-schema'
import type { Catalogue } from './shared/observation'

/** All that the data files hold, validated and with every reference resolved; maps are keyed by id, in order of file name. */
export type Content = {
  catalogue: Catalogue
  duties: DutiesFile
  rubric: Rubric
  advice: AdviceFile
  /** Of all files in `content/wordings/`. */
  wordings: readonly WordingBlock[]
  insurer: Insurer
  products: ReadonlyMap<string, Product>
  guides: ReadonlyMap<string, Guide>
  personas: ReadonlyMap<string, Persona>
  scenarios: ReadonlyMap<string, Scenario>
}
