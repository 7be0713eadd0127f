/** @returns a path of this site to go to after signing in; `/` for anything that could lead elsewhere. */
export function safePath(wanted: string | null): string {
  if (!wanted?.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\')) return '/'
  return wanted
}
