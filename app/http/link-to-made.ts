import type { Services } from '~/services.server'

type Making = Awaited<ReturnType<Services['quiz']['readMaking']>>
type Made = Extract<Making, { status: 'made' }>['made']
type Asked = Extract<Making, { status: 'refused' }>['input']

/** The page of a quiz that has just been made, with what came of the making. */
export function linkToMade({ quiz, made, requested, rejected, engine, fellBack }: Made): string {
  const ruledOut = Object.values(rejected).reduce((sum, count) => sum + count, 0)
  const note = new URLSearchParams({
    made: String(made),
    requested: String(requested),
    rejected: String(ruledOut),
    ...(engine && { engine }),
    ...(fellBack && { fellBack: '1' }),
  })
  return `/quizzes/${quiz.id}?${note}`
}

/** The form of a quiz that could not be made, filled as it was. */
export function linkToMakeAgain(input: Asked): string {
  const { documentIds = [], topic, scenarioId, count, types = [], title, timeLimitMinutes, passPercent } = input
  const form = new URLSearchParams({
    ...(topic !== undefined && { topic }),
    ...(scenarioId !== undefined && { scenarioId }),
    ...(title !== undefined && { title }),
    ...(timeLimitMinutes != null && { timeLimitMinutes: String(timeLimitMinutes) }),
    ...(passPercent !== undefined && { passPercent: String(passPercent) }),
    count: String(count),
  })
  for (const id of documentIds) form.append('documentId', id)
  for (const type of types) form.append('types', type)
  return `/quizzes/new?${form}`
}
