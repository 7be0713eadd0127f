/** Free of everything else, so that a page can name them without carrying the ports to the browser. */
export const SCORM_VERSIONS = ['1.2', '2004'] as const
export type ScormVersion = (typeof SCORM_VERSIONS)[number]
