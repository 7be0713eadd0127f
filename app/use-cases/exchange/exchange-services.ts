import type { Content } from '../../domain/content'
import type { CourseStore } from '../../domain/course/course-ports'
import type { LaunchStore, PackagedQuiz, PackageWriter } from '../../domain/course/package-ports'
import type { ScormVersion } from '../../domain/course/scorm-versions'
import type { Actor } from '../../domain/governance/authorise'
import type { Clock, RoleplayStore } from '../../domain/ports'
import { checkItem } from '../../domain/quiz/check-item'
import type { WriteFormat } from '../../domain/quiz/exchange-formats'
import type { ExchangeItem, ItemExchange, ReadItems, WrittenFile } from '../../domain/quiz/exchange-ports'
import type { ItemContent, ItemFault } from '../../domain/quiz/item'
import type { ItemFilter, QuizStore } from '../../domain/quiz/quiz-ports'
import { DomainError } from '../../domain/shared/domain-error'
import { getTalk } from '../get-talk'
import { type NamedActor, ownerOf, requireRight } from '../quiz/quiz-deps'
import type { createQuizServices } from '../quiz/quiz-services'
import { listCompletions } from './list-completions'

export type ExchangeDeps = {
  content: Content
  exchange: ItemExchange
  packages: PackageWriter
  quizzes: QuizStore
  courses: CourseStore
  roleplays: RoleplayStore
  launches: LaunchStore
  clock: Clock
}

/** `name` is without a path, and fit for every file system. */
export type Download = WrittenFile & { name: string }

export type ItemPreview =
  | {
      status: 'read'
      items: { place: string; content: ItemContent; warnings: readonly ItemFault[] }[]
      faults: ({ place: string; reason: string } | { place: string; fault: ItemFault })[]
    }
  | Extract<ReadItems, { status: 'refused' }>

export const MAX_ITEM_FILE_BYTES = 5 * 1024 * 1024
export const MAX_IMPORTED_ITEMS = 500
const MAX_EXPORTED_ITEMS = 5_000
const PAGE_ITEMS = 200
/** With these nobody can answer an item. */
const BLOCKING: readonly ItemFault['code'][] = ['no-key', 'equal-options']
/** Items from elsewhere cite nothing: only what can be told from the item itself is a warning. */
const NEEDS_SOURCE: readonly ItemFault['code'][] = ['key-not-supported', 'number-not-in-source']
const MAX_NAME_CHARACTERS = 60
/** What no file system or header takes in a name. */
const UNFIT = /[\\/:*?"<>|\p{C}]+/gu
/** What a learning platform's page makes up: at least 128 bits. */
const LAUNCH_ID = /^[0-9a-f]{32,64}$/u

function toDownload(title: string, file: WrittenFile): Download {
  const plain = [...title.replace(UNFIT, ' ').trim()].slice(0, MAX_NAME_CHARACTERS).join('')
  return { ...file, name: `${plain || 'duilian'}.${file.extension}` }
}

/** Everything that goes out to other systems and comes in from them. */
export function createExchangeServices(deps: ExchangeDeps, quiz: ReturnType<typeof createQuizServices>) {
  return {
    async exportQuiz(actor: Actor, quizId: string, format: WriteFormat): Promise<Download> {
      const { title, items } = await quiz.readQuiz(actor, quizId)
      const given = items.map(({ itemId, content }) => ({ id: itemId, content }))
      return toDownload(title, await deps.exchange.write(format, title, given))
    },
    async exportItems(actor: Actor, filter: ItemFilter, format: WriteFormat): Promise<Download> {
      const items: ExchangeItem[] = []
      for (let total = 1; items.length < Math.min(total, MAX_EXPORTED_ITEMS); ) {
        const page = await quiz.listItems(actor, filter, { offset: items.length, limit: PAGE_ITEMS })
        if (page.items.length === 0) break
        items.push(...page.items)
        total = page.total
      }
      return toDownload('題庫', await deps.exchange.write(format, '題庫', items))
    },
    readItemFile: (actor: Actor, name: string, bytes: Uint8Array) => readItemFile(deps, actor, name, bytes),
    importItems: (actor: NamedActor, items: readonly ItemContent[], from: { fileName: string; title?: string }) =>
      quiz.importItems(actor, items, from),
    exportCourse: (actor: Actor, courseId: string, version: ScormVersion) =>
      exportCourse(deps, actor, courseId, version),
    exportLaunch: (actor: Actor, scenarioId: string, version: ScormVersion, serverUrl: string) =>
      exportLaunch(deps, actor, scenarioId, version, serverUrl),
    async exportCompletions(actor: Actor, format: 'csv' | 'xlsx'): Promise<Download> {
      const rows = await listCompletions(deps, actor)
      return toDownload('完成紀錄', await deps.exchange.writeTable(format, '完成紀錄', rows))
    },
    /** Binds a talk that its owner has started to the id of a learning platform's page; an unfit id is left alone. */
    async bindLaunch(actor: Actor, launchId: string, roleplayId: string): Promise<void> {
      if (!LAUNCH_ID.test(launchId)) return
      await getTalk(deps, actor, roleplayId, 'roleplay.act')
      await deps.launches.bind(launchId, roleplayId, deps.clock.now())
    },
    /** @throws DomainError `not-found` for an id that no talk was started with. */
    async readLaunch(launchId: string) {
      const result = LAUNCH_ID.test(launchId) ? await deps.launches.findResult(launchId) : null
      if (!result) throw new DomainError('not-found', 'launch')
      const { endedAt, overall, passed } = result
      return endedAt === null
        ? { status: 'open' as const, overall: null, passed: null }
        : { status: 'ended' as const, overall, passed: passed ?? false }
    },
  }
}

/**
 * Reads a file of items without storing anything: what would come in, what is wrong with it row by row, and what the checks of items say.
 *
 * @throws DomainError `too-long` for a file over 5 MB or with over 500 items.
 */
async function readItemFile(deps: ExchangeDeps, actor: Actor, name: string, bytes: Uint8Array): Promise<ItemPreview> {
  requireRight(actor, 'learning.manage')
  if (bytes.length > MAX_ITEM_FILE_BYTES) throw new DomainError('too-long', 'file: over 5 MB', { file: 'too-large' })
  const read = await deps.exchange.read(name, bytes)
  if (read.status === 'refused') return read
  if (read.items.length > MAX_IMPORTED_ITEMS)
    throw new DomainError('too-long', `file: over ${MAX_IMPORTED_ITEMS} items`, { file: 'too-many' })
  const checked = read.items.map((one) => ({
    ...one,
    warnings: checkItem(one.content, new Map()).filter((fault) => !NEEDS_SOURCE.includes(fault.code)),
  }))
  const blocked = checked.flatMap(({ place, warnings }) => {
    const fault = warnings.find((one) => BLOCKING.includes(one.code))
    return fault ? [{ place, fault }] : []
  })
  const places = new Set(blocked.map((one) => one.place))
  return {
    status: 'read',
    items: checked.filter((one) => !places.has(one.place)),
    faults: [...read.faults, ...blocked],
  }
}

async function exportCourse(
  deps: ExchangeDeps,
  actor: Actor,
  courseId: string,
  version: ScormVersion,
): Promise<Download> {
  requireRight(actor, 'learning.manage')
  const viewer = ownerOf(actor)
  const course = await deps.courses.findCourse(courseId, viewer)
  if (!course) throw new DomainError('not-found', `course ${courseId}`)
  const quizzes = new Map<string, PackagedQuiz>()
  for (const block of course.content.lessons.flatMap((lesson) => lesson.blocks)) {
    const quiz = block.kind === 'quiz' ? await deps.quizzes.findQuiz(block.quizId, viewer) : null
    // What no trainer has published does not leave the house.
    if (quiz?.status === 'published') quizzes.set(quiz.id, quiz)
  }
  const { id, title, content } = course
  return toDownload(`${title} SCORM ${version}`, deps.packages.writeCourse(version, { id, title, content, quizzes }))
}

function exportLaunch(
  { content, packages }: ExchangeDeps,
  actor: Actor,
  scenarioId: string,
  version: ScormVersion,
  serverUrl: string,
): Download {
  requireRight(actor, 'learning.manage')
  const scenario = content.scenarios.get(scenarioId)
  if (!scenario) throw new DomainError('not-found', `scenario ${scenarioId}`)
  const title = scenario.title.zh
  const intro = scenario.briefing.goal.zh
  return toDownload(`${title} SCORM ${version}`, packages.writeLaunch(version, { scenarioId, title, intro, serverUrl }))
}
