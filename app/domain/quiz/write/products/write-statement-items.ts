import type { ItemContent } from '../../item'
import { cite, type WriteContext } from '../candidate'
import type { Clause } from './read-clause'
import { standsAlone, turnStatement } from './turn-statement'

/** Right or wrong: a sentence of the sheet as it stands, or said the other way round. */
export function writeStatementItems(clause: Clause, { random }: WriteContext): ItemContent[] {
  return clause.sentences.flatMap((sentence): ItemContent[] => {
    const whole = clause.label && sentence === clause.sentences[0] ? joinLabel(clause.label, sentence) : sentence
    const turned = turnStatement(whole)
    if (turned === null || !standsAlone(whole)) return []
    const isTrue = random.next() < 0.4
    return [
      {
        type: 'true-false',
        stem: `依「${clause.title}」的商品說明，${isTrue ? whole : turned}`,
        isTrue,
        reason: `商品說明：${whole}`,
        explanation: `${clause.title}（${clause.section}）：${whole}`,
        citations: [cite(clause.source, sentence)],
        difficulty: 1,
        ability: 'understand',
        dimension: /風險|解約|除外|利率|費用/u.test(clause.section) ? 'disclosure' : 'explanation',
      },
    ]
  })
}

/** 既往症不賠：投保當時… reads on as one sentence; the name of a risk says nothing that the sentence does not. */
function joinLabel(label: string, sentence: string): string {
  return /風險|損失$/u.test(label) ? sentence : `${label}：${sentence}`
}
