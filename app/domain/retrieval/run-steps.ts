/** Long work that can be left after each step and taken up again; `T` is what it gives in the end. */
export type Steps<T> = Generator<void, T, void>

/** Does all of it at once. */
export function runAtOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/**
 * Does it in slices, so that other work of the process comes in between.
 *
 * @param sliceMs after so long the work pauses; a single step may run longer.
 * @param nowMs a clock for durations.
 * @param pause lets others go first.
 */
export async function runInSlices<T>(
  steps: Steps<T>,
  sliceMs: number,
  nowMs: () => number,
  pause: () => Promise<void>,
): Promise<T> {
  let begin = nowMs()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (nowMs() - begin < sliceMs) continue
    await pause()
    begin = nowMs()
  }
}
