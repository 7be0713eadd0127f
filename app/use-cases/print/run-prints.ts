import type { Actor } from '../../domain/governance/authorise'
import type { PrintedDocument, PrintJobRecord } from '../../domain/print-ports'
import { DomainError } from '../../domain/shared/domain-error'
import { type LoadedPrint, loadPrintInput, type PrintWish } from './load-print-input'
import type { PrintDeps } from './print-deps'

/** Ended jobs that are kept for each person, with their PDFs. */
export const KEPT_PRINTS = 20
const MAX_OPEN = 3
/** A print that takes longer is given up; a job that is open longer belongs to a process that is no more. */
const MAX_PRINT_MS = 5 * 60_000
const PROGRESS_MS = 250
const MAX_NAME = 80

/** 〈title〉.pdf without what file systems refuse. */
function nameFile(title: string): string {
  const safe = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  return `${[...safe].slice(0, MAX_NAME).join('') || 'print'}.pdf`
}

/** Makes prints one after the other, each in small steps, so that the rest of the app stays quick. */
export function createPrintRunner(deps: PrintDeps) {
  const running = new Map<string, AbortController>()
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work)
    last = result.catch(() => {})
    return result
  }

  const isLive = (job: PrintJobRecord) => job.status === 'waiting' || job.status === 'running'
  /** An open job that nobody works on has been left by a process that ended. */
  const settle = async (job: PrintJobRecord): Promise<PrintJobRecord> => {
    if (!isLive(job) || running.has(job.id)) return job
    const now = deps.clock.now()
    if (!deps.isAlone && now.getTime() - job.createdAt.getTime() < MAX_PRINT_MS * 2) return job
    await deps.prints.failJob(job.id, 'left', now)
    return (await deps.prints.findJob(job.id, job.personId)) ?? job
  }
  const listOwn = async (actor: Actor) =>
    Promise.all((await deps.prints.listJobs(actor.personId, KEPT_PRINTS + MAX_OPEN)).map(settle))

  async function runJob(job: PrintJobRecord, { input }: LoadedPrint, controller: AbortController) {
    let toldAt = 0
    const onPages = async (pagesDone: number) => {
      const now = deps.clock.now().getTime()
      if (now - toldAt < PROGRESS_MS) return
      toldAt = now
      // Called off by another process, or in another window.
      if (!(await deps.prints.noteProgress(job.id, pagesDone))) controller.abort()
      controller.signal.throwIfAborted()
    }
    try {
      controller.signal.throwIfAborted()
      await onPages(0)
      const signal = AbortSignal.any([controller.signal, AbortSignal.timeout(MAX_PRINT_MS)])
      const printed = await deps.printer.print(input, onPages, signal)
      await deps.prints.finishJob(job.id, printed, deps.clock.now())
    } catch (error) {
      if (!controller.signal.aborted) deps.onBroken(error, job.id)
      const reason = controller.signal.aborted ? 'left' : 'broken'
      // Does nothing to a job that was cancelled.
      await deps.prints.failJob(job.id, reason, deps.clock.now())
    } finally {
      running.delete(job.id)
    }
  }

  async function takeFromLimit(actor: Actor) {
    const waitSeconds = await deps.printLimit.take(actor.personId)
    if (waitSeconds > 0) throw new DomainError('too-many-requests', `wait ${waitSeconds} s`)
  }

  return {
    /**
     * Begins a print in the background. Asking again for what is being printed gives the same job.
     *
     * @throws DomainError as `loadPrintInput`, and `too-many-requests`.
     */
    async startPrint(actor: Actor, wish: PrintWish): Promise<PrintJobRecord> {
      const loaded = await loadPrintInput(deps, actor, wish)
      const open = (await listOwn(actor)).filter(isLive)
      const same = open.find((job) => job.kind === wish.kind && job.subjectId === wish.subjectId)
      if (same) return same
      if (open.length >= MAX_OPEN) throw new DomainError('too-many-requests', `${MAX_OPEN} prints are under way`)
      await takeFromLimit(actor)
      const job: PrintJobRecord = {
        id: deps.ids.next(),
        personId: actor.personId,
        organisationId: actor.organisationId,
        kind: wish.kind,
        subjectId: wish.subjectId,
        status: 'waiting',
        pagesDone: 0,
        fileName: nameFile(loaded.title),
        missing: [],
        reason: null,
        createdAt: deps.clock.now(),
        finishedAt: null,
      }
      const controller = new AbortController()
      running.set(job.id, controller)
      try {
        await deps.prints.createJob(job, KEPT_PRINTS)
      } catch (error) {
        running.delete(job.id)
        throw error
      }
      void inTurn(() => runJob(job, loaded, controller)).catch((error) => deps.onBroken(error, job.id))
      return job
    },

    /** Makes a print while the caller waits. @throws DomainError as `startPrint`, or the signal's reason. */
    async printNow(
      actor: Actor,
      wish: PrintWish,
      signal: AbortSignal,
    ): Promise<PrintedDocument & { fileName: string }> {
      const { input, title } = await loadPrintInput(deps, actor, wish)
      await takeFromLimit(actor)
      const printed = await inTurn(async () => {
        signal.throwIfAborted()
        return deps.printer.print(input, undefined, signal)
      })
      return { ...printed, fileName: nameFile(title) }
    },

    /** @throws DomainError `not-found` also for a job of another person. */
    async readJob(actor: Actor, id: string): Promise<PrintJobRecord> {
      const job = await deps.prints.findJob(id, actor.personId)
      if (!job) throw new DomainError('not-found', `print ${id}`)
      return settle(job)
    },

    listJobs: listOwn,

    /** @throws DomainError `not-found` when it is another person's, or not done. */
    async readPrint(actor: Actor, id: string) {
      const print = await deps.prints.readPrint(id, actor.personId)
      if (!print) throw new DomainError('not-found', `print ${id}`)
      return print
    },

    /** Calls a job off; does nothing to one that has ended. @throws DomainError `not-found`. */
    async cancelPrint(actor: Actor, id: string): Promise<void> {
      if (!(await deps.prints.findJob(id, actor.personId))) throw new DomainError('not-found', `print ${id}`)
      if (await deps.prints.cancelJob(id, actor.personId, deps.clock.now())) running.get(id)?.abort()
    },

    /** Waits until nothing is printed any more; what is under way is given up. */
    async stopPrints(): Promise<void> {
      for (const controller of running.values()) controller.abort()
      await last
    },
  }
}
