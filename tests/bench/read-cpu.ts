import fs from 'node:fs'

/** Milliseconds of CPU that a process has used so far: all its threads, and the one that runs its JavaScript. */
export type CpuUsed = { all: number; main: number }

/** `/proc` counts hundredths of a second. */
const TICK_MS = 10

/** The processes that this one has started and that still run; none where there is no `/proc`. */
function listChildren(): number[] {
  if (!fs.existsSync('/proc/self/task')) return []
  return fs
    .readdirSync('/proc/self/task')
    .flatMap((task) => fs.readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' '))
    .filter((pid) => pid.trim() !== '')
    .map(Number)
}

/**
 * Watches the CPU of the process that `start` starts. On a machine that others use too it tells more than the clock does.
 *
 * @returns `read` gives what it has used so far; NaN where the system does not tell.
 */
export async function watchCpu<T>(start: () => Promise<T>): Promise<{ started: T; read: () => CpuUsed }> {
  const before = new Set(listChildren())
  const started = await start()
  const pid = listChildren().find((one) => !before.has(one))
  const read = () =>
    pid === undefined
      ? { all: Number.NaN, main: Number.NaN }
      : { all: readTicks(`/proc/${pid}/stat`) * TICK_MS, main: readTicks(`/proc/${pid}/task/${pid}/stat`) * TICK_MS }
  return { started, read }
}

function readTicks(file: string): number {
  // The name of the command stands in brackets and may hold blanks; user and system time are the 14th and the 15th field.
  const fields = fs
    .readFileSync(file, 'utf8')
    .replace(/^.*\) /su, '')
    .split(' ')
  return Number(fields[11]) + Number(fields[12])
}

/** CPU of the main thread and of all threads between two readings, for each of so many turns. */
export function describeCpu(from: CpuUsed, to: CpuUsed, turns: number): string {
  const of = (kind: keyof CpuUsed) => ((to[kind] - from[kind]) / turns).toFixed(1)
  return `CPU ${of('main')} ms a turn, ${of('all')} ms with the threads of the database`
}
