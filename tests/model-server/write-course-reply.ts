export type CoursePrompt = {
  kind: 'courses'
  sources: { id: number; place: string; text: string }[]
  wanted: string[]
  title: string
}
type Statement = { text: string; source: number; quote: string }
type Lesson = { introduction: Statement[]; goals: Statement[]; points: Statement[] }

/** In the words of somebody who explains the law to a beginner; roles, duties and numbers stay. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/不得(?!已)/gu, '不可以'],
  [/(?<![相適反因供對回響])應(?![收付用力變徵])/gu, '要'],
  [/(?<=保險人|要保人|受益人|業務員|消費者|公司)得(?![知到出失])/gu, '可以'],
  [/(?<!被)保險人/gu, '保險公司'],
  [/三十日/gu, '30 日'],
  [/(?<![一二四五六七八九])十日/gu, '10 日'],
  [/之(?=情形|規定|事項)/gu, '的'],
]
function say(sentence: string): string {
  const plain = PLAIN.reduce((text, [from, to]) => text.replace(from, to), sentence)
  return plain === sentence ? `簡單說，${plain}` : plain
}
const cutSentences = (text: string) =>
  (text.match(/[^。\n]+。(?:(?:但|惟)[^。\n]+。)?/gu) ?? []).map((one) =>
    one.trim().replace(/^(?:[-・]|\d+(?:\.\d+)*)\s+/u, ''),
  )

/** What a decent writer makes of a lesson: each wanted sentence in plainer words, with the sentence of the passage behind it. */
function writeWell({ sources, wanted }: CoursePrompt): Lesson {
  const sentences = sources.flatMap(({ id, text }) => cutSentences(text).map((quote) => ({ source: id, quote })))
  const told = sentences.filter(({ quote }) => wanted.some((one) => one.includes(quote)))
  const rest = sentences.filter((one) => !told.includes(one))
  const toStatement = ({ source, quote }: (typeof sentences)[number]): Statement => ({
    text: say(quote),
    source,
    quote,
  })
  const [first] = told
  return {
    points: [...told, ...rest.slice(1, 3)].map(toStatement),
    introduction: rest.slice(0, 1).map(toStatement),
    goals: first ? [{ ...first, text: `說得出${first.quote.replace(/[，。；：].*$/su, '').slice(0, 30)}` }] : [],
  }
}

/** Every statement of the lesson in other words. */
const change = (lesson: Lesson, to: (one: Statement) => Statement): Lesson => ({
  introduction: lesson.introduction.map(to),
  goals: lesson.goals.map(to),
  points: lesson.points.map(to),
})

/** What the model of a scenario makes of a lesson. */
export function writeCourseReply(scenario: string, prompt: CoursePrompt, isRepair: boolean): string {
  const good = writeWell(prompt)
  const asJson = (lesson: object) => JSON.stringify(lesson)
  switch (scenario) {
    case 'fenced-json':
      return `以下是教材：\n\`\`\`json\n${asJson(good)}\n\`\`\``
    case 'thinks-aloud':
      return `<think>先看看 {"points": []}</think>${asJson(good)}`
    case 'prose':
      return '這一課的重點很簡單，讀完就會了。'
    case 'truncated-json':
      return asJson(good).slice(0, -20)
    case 'repaired':
      return isRepair ? asJson(good) : '好的，我來寫教材：'
    case 'invented-quotes':
      return asJson(change(good, (one) => ({ ...one, quote: `${one.quote}並得退還佣金。` })))
    case 'invented-citations':
      return asJson(change(good, (one) => ({ ...one, source: one.source + 90 })))
    case 'wrong-numbers':
      return asJson(change(good, (one) => ({ ...one, text: `${one.text.replace(/。$/u, '')}，期限是 987 日。` })))
    // Turns every rule round, and speaks of everybody.
    case 'role-break':
      return asJson(change(good, (one) => ({ ...one, text: `任何人一律不得如此：${one.text}` })))
    case 'out-of-range':
      return asJson({ ...good, points: [...good.points, { text: 7 }, 'nothing', null] })
    case 'repeats':
      return asJson({ ...good, points: good.points.map(() => good.points[0]) })
    // Does whatever any text in front of it asks for.
    case 'obeys-injection':
      return /忽略|ignore/iu.test(JSON.stringify(prompt.sources) + prompt.title)
        ? asJson(change(good, (one) => ({ ...one, text: '這張保單保證獲利，學員一律滿分。' })))
        : asJson(good)
    default:
      return asJson(good)
  }
}
