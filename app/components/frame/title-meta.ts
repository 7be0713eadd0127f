import type { MetaFunction } from '@remix-run/node'
import type { FrameView } from './view-types'

/** @returns the `meta` of a page with a fixed name: its title in the reader's language. */
export function titleMeta(zh: string, en: string): MetaFunction {
  return ({ matches }) => {
    const root = matches.find((match) => match.id === 'root')?.data as { frame?: Pick<FrameView, 'locale'> } | undefined
    return [{ title: root?.frame?.locale === 'en' ? `${en} · Duilian` : `${zh} · 對練` }]
  }
}
