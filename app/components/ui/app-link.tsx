import { Link, useInRouterContext } from '@remix-run/react'
import type { AnchorHTMLAttributes } from 'react'

type AppLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string; prefetch?: 'none' | 'intent' }

/** A link within the app; a plain anchor where there is no router (an error page, a rendered preview). */
export function AppLink({ to, prefetch = 'none', ...rest }: AppLinkProps) {
  const isRouted = useInRouterContext()
  return isRouted ? <Link to={to} prefetch={prefetch} {...rest} /> : <a href={to} {...rest} />
}
