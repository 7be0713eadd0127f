import type { Refusal } from './knowledge-ports'

/** Of one file; larger ones are refused. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024
/** Of all files of one upload. */
export const MAX_UPLOAD_BYTES = 200 * 1024 * 1024
/** Of one import. */
export const MAX_IMPORT_FILES = 200

const MEGABYTES = MAX_FILE_BYTES / 1024 / 1024

export const TOO_LARGE: Refusal = {
  code: 'too-large',
  message: {
    zh: `檔案太大：一個檔案最多 ${MEGABYTES} MB。`,
    en: `The file is too large: ${MEGABYTES} MB at most.`,
  },
}

export const TOO_MANY: Refusal = {
  code: 'too-many',
  message: {
    zh: `一次最多 ${MAX_IMPORT_FILES} 個檔案，這個檔案超過了。`,
    en: `${MAX_IMPORT_FILES} files at a time; this one is over.`,
  },
}
