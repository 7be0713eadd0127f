/** Of all parts of a DOCX together, unpacked. A contract of 500 pages has some 10 MB. */
export const MAX_UNPACKED_BYTES = 100 * 1024 * 1024
/** XML that packs better than this was made to be unpacked, not to be read. */
export const MAX_RATIO = 400
export const MAX_ZIP_ENTRIES = 5_000
export const MAX_PDF_PAGES = 3_000
export const MAX_PDF_MS = 90_000
/** Words of a document, whatever its file; 民法 has 120,000 characters. */
export const MAX_CHARACTERS = 5_000_000
/** Elements inside one another; beyond this a page is an attack on its reader. */
export const MAX_HTML_DEPTH = 400
