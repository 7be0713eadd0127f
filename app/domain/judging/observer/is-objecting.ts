import type { ObserverContext } from './observer-context'

/** The client resists the product, the price, the agent or the step; a hard life told is not yet an objection. */
export function isObjecting(context: ObserverContext): boolean {
  const line = context.clientLine
  if (line.objections.length > 0 || line.isRefusal) return true
  return line.worries.some((worry) => /保|買|騙|虧|賠|繳|拒|貴|解約|告知|利率|錢|核/u.test(worry.text))
}
