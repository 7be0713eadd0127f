/** Something wrong in a data file. `line` counts from 1. */
export type Fault = { file: string; line: number; key: string; message: string }

/** Data files are at fault; `faults` tells all of them, of every file, in order of file and line. */
export class ContentFault extends Error {
  override readonly name = 'ContentFault'
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    const sorted = [...faults].sort((a, b) => compareText(a.file, b.file) || a.line - b.line)
    super([`${sorted.length} fault(s) in the data files:`, ...sorted.map(formatFault)].join('\n'))
    this.faults = sorted
  }
}

/** @returns `file:line key: message`. */
export function formatFault({ file, line, key, message }: Fault): string {
  return `${file}:${line} ${key === '' ? '' : `${key}: `}${message}`
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
