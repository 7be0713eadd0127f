const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a request that a browser sends with its cookies comes from our own pages.
 *
 * Sec-Fetch-Site decides where the browser sends it, else Origin must name our host. A caller that sends neither is no
 * browser, and carries no cookie that it did not get itself. Source: OWASP CSRF Prevention Cheat Sheet, "Fetch Metadata".
 */
export function isSameOrigin(request: Request): boolean {
  if (SAFE_METHODS.has(request.method)) return true
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  if (!origin) return true
  try {
    return new URL(origin).host === request.headers.get('host')
  } catch {
    return false
  }
}
