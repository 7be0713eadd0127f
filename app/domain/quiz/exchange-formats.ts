/** Files of other systems that items can be written to. */
export const WRITE_FORMATS = ['moodle-xml', 'gift', 'qti', 'csv', 'xlsx'] as const
export type WriteFormat = (typeof WRITE_FORMATS)[number]
