import type { Ground } from './read-ground'

/** Words that make a rule wider, surer or harsher than it is; one may be said only where the passage has one of its kind. */
const KINDS: readonly RegExp[] = [
  /任何人|每個人|人人|大家|不管是誰|無論(?:是)?誰/u,
  /一律|[均皆]|概(?![念略])|全都|通通/u,
  /任何|所有|一切|凡(?!例)|每一?[個位張種]|全部|不論|無論|不管|不分|各(?![自])|[均皆]|一律/u,
  /絕對|必定|一定(?=[會能可賠要得])|永遠|百分之百|無條件|保證|穩|零風險/u,
  /只有|只能|只可|僅|唯一|限於|為限/u,
  /隨時|立即|立刻|馬上|即時|儘速|盡快|即(?=[應通告停])/u,
  /罰鍰|罰金|處罰|罰款|[開裁]罰/u,
  /徒刑|拘役|刑責|坐牢|犯罪/u,
  /停止招攬|停權/u,
  /撤銷|廢止|吊銷/u,
  /無效|失效|不生效力/u,
  /解除|解約/u,
  /終止/u,
  /賠償|負責|責任/u,
  /不給付|不賠|拒賠|免責|不負/u,
  /退還|返還|退費|退回/u,
  /停效|復效/u,
]
/** 下列各款, 各該: lists, not everybody. */
const LIST_WORDS = /各(?:款|該|項|目|條|號)/gu

/** Whether a text says of all what holds for some, for sure what is open, or a consequence that the passage does not have. */
export function findWidening(text: string, { whole, place }: Ground): 'widening' | null {
  const there = `${place}\n${whole}`.replace(LIST_WORDS, '')
  const said = text.replace(LIST_WORDS, '')
  return KINDS.some((kind) => kind.test(said) && !kind.test(there)) ? 'widening' : null
}
