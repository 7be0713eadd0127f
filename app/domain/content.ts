import type { AdviceFile } from './judging/advice-schema'
import type { DutiesFile } from './judging/duty-schema'
import type { LawClaim } from './judging/law-claims/law-claim-schema'
import type { Rubric } from './judging/rubric-schema'
import type { WordingBlock } from './judging/wording-schema'
import type { Guide } from './knowledge/guide-schema'
import type { Insurer, Product } from './knowledge/product-schema'
import type { Persona } from './persona/persona-schema'
import type { Scenario } from './persona/scenario-schema'
import type { ReplySet } from './quiz/write/scenarios/situation-reply-schema'
import type { ProductQuestion } from './roleplay/product-question-schema'
import type { Catalogue } from './shared/observation'

/** All that the data files hold, validated and with every reference resolved; maps are keyed by id, in order of file name. */
export type Content = {
  catalogue: Catalogue
  duties: DutiesFile
  rubric: Rubric
  advice: AdviceFile
  /** Of all files in `content/wordings/`. */
  wordings: readonly WordingBlock[]
  /** Of `content/quiz/situation-replies.yaml`. */
  situationReplies: readonly ReplySet[]
  insurer: Insurer
  /** What is said of the law, and which articles decide. */
  lawClaims: readonly LawClaim[]
  /** What clients ask out of a product's documents. */
  productQuestions: readonly ProductQuestion[]
  products: ReadonlyMap<string, Product>
  guides: ReadonlyMap<string, Guide>
  personas: ReadonlyMap<string, Persona>
  scenarios: ReadonlyMap<string, Scenario>
}
