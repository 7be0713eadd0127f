import type { WrittenFile } from '../quiz/exchange-ports'
import type { ItemContent } from '../quiz/item'
import type { CourseContent } from './course'
import type { ScormVersion } from './scorm-versions'

export type PackagedQuiz = {
  title: string
  /** 0 to 100. */
  passPercent: number
  items: readonly { itemId: string; content: ItemContent }[]
}
export type CoursePackage = {
  id: string
  title: string
  content: CourseContent
  /** By their ids in the course's quiz blocks; a block without its quiz is left out. */
  quizzes: ReadonlyMap<string, PackagedQuiz>
}
/** A page that opens a scenario of this server in a window of its own and reports its result. */
export type LaunchPackage = { scenarioId: string; title: string; intro: string; serverUrl: string }

/** SCORM packages (ADL): a zip with a manifest and one SCO that reports score, pass, time and place. */
export type PackageWriter = {
  writeCourse(version: ScormVersion, input: CoursePackage): WrittenFile
  writeLaunch(version: ScormVersion, input: LaunchPackage): WrittenFile
}

/** A talk that was started from a learning platform; whoever knows the id, which the platform's page made up, may ask for its result. */
export type LaunchStore = {
  /** The first talk bound to an id stays. */
  bind(launchId: string, roleplayId: string, at: Date): Promise<void>
  findResult(launchId: string): Promise<LaunchResult | null>
}
export type LaunchResult = {
  startedAt: Date
  endedAt: Date | null
  overall: number | null
  passed: boolean | null
}
