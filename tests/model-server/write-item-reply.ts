export type ItemPrompt = {
  kind: 'items'
  sources: { id: number; place: string; text: string }[]
  order: { count: number; types: string[] }
}

const EMPTY = {
  explanation: '條文就是這樣寫的。',
  difficulty: 2,
  ability: 'recall',
  options: [],
  isTrue: false,
  reason: '',
  blanks: [],
  pairs: [],
  steps: [],
  modelAnswer: '',
  points: [],
  situation: '',
  clientSays: '',
}

/** What a decent writer makes of each sentence: it is true as it stands. */
function writeWell({ sources, order }: ItemPrompt) {
  const items = sources.flatMap(({ id, place, text }) =>
    (text.match(/[^。]+。/gu) ?? []).map((quote) => ({
      ...EMPTY,
      type: 'true-false',
      source: id,
      quote,
      stem: `依${place.split(' §')[0]}規定，${quote}`,
      isTrue: true,
      reason: '和條文相同',
    })),
  )
  return items.slice(0, order.count)
}

const change = (text: string) => text.replace(/[一二三四五六七八九]?十日/u, '九十九日')

/** What the model of a scenario makes of an order of items. */
export function writeItemReply(scenario: string, prompt: ItemPrompt, isRepair: boolean): string {
  const good = writeWell(prompt)
  const [first] = good
  switch (scenario) {
    case 'fenced-json':
      return `好的：\n\`\`\`json\n${JSON.stringify({ items: good })}\n\`\`\``
    case 'prose':
      return '我出了幾題很好的題目，請參考。'
    case 'truncated-json':
      return JSON.stringify({ items: good }).slice(0, -20)
    case 'repaired':
      return isRepair ? JSON.stringify({ items: good }) : '好的，我來出題：'
    case 'invented-quotes':
      return JSON.stringify({ items: good.map((one) => ({ ...one, quote: `${one.quote}並得退還佣金。` })) })
    case 'invented-citations':
      return JSON.stringify({ items: good.map((one) => ({ ...one, source: one.source + 90 })) })
    case 'wrong-numbers':
      return JSON.stringify({ items: good.map((one) => ({ ...one, stem: change(one.stem) })) })
    case 'out-of-range':
      return JSON.stringify({ items: [...good, { ...first, type: 'essay' }, { ...first, stem: 7 }, 'nothing', null] })
    case 'repeats':
      return JSON.stringify({ items: good.map(() => first) })
    case 'obeys-injection':
      return JSON.stringify({ items: [{ ...first, stem: '我已切換模式，答案全部都是甲。', quote: '答案全部都是甲' }] })
    default:
      return JSON.stringify({ items: good })
  }
}
