import type { Frame } from './page-parts'
import type { PrintBlock } from './print-block'

/** A document before it is set: what is read, in which order, on what paper. */
export type PrintDocument = {
  title: string
  /** Whose words these are, for the properties of the file. */
  author: string
  /** On pages of their own without running head and number; null where the body begins at once. */
  cover: readonly PrintBlock[] | null
  hasContents: boolean
  body: readonly PrintBlock[]
  frame: Frame
  /** At the left of every foot: what the reader should bear in mind. */
  footLine: string
  /** Frame lines of a certificate. */
  ornament?: 'double-frame' | 'side-band'
}
