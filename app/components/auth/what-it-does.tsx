import { BookOpenCheck, MessagesSquare, OctagonAlert, Route } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ClientFace } from '../face/client-face'
import type { ClientView } from '../face/view-types'
import { ToneIcon } from '../ui/badge'
import type { ShowcaseView } from './view-types'

/** For somebody who sees the product for the first time: one exchange with its coaching, and what stands behind it. */
export function WhatItDoes({ showcase }: { showcase: ShowcaseView }) {
  const { t } = useTranslation('auth')
  const points = [
    { icon: MessagesSquare, key: 'clients', text: t('shows.clients', showcase) },
    { icon: BookOpenCheck, key: 'grounds', text: t('shows.grounds') },
    { icon: Route, key: 'next', text: t('shows.next') },
  ] as const
  return (
    <section aria-label={t('shows.label')} className="grid gap-6">
      <SampleExchange client={showcase.client} />
      <ul className="grid gap-4">
        {points.map(({ icon: Icon, key, text }) => (
          <li key={key} className="flex items-start gap-3">
            <Icon aria-hidden className="mt-1 size-5 shrink-0 text-teal" />
            <p className="min-w-0">
              <strong className="block font-medium">{t(`shows.${key}Title`)}</strong>
              <span className="text-ink-soft">{text}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The words stand in the locale; what the coach says of them is what the judge finds in them. */
function SampleExchange({ client }: { client: ClientView }) {
  const { t } = useTranslation('auth')
  return (
    <figure className="grid gap-3 rounded-card border border-hairline bg-surface p-4 sm:p-5">
      <figcaption className="text-small font-medium text-ink-soft">
        {t('sample.title', { who: client.name, age: client.age, job: client.occupation })}
      </figcaption>
      <div className="flex items-end gap-2">
        <ClientFace client={client} mood="worried" size="small" isDecorative />
        <p className="max-w-[30rem] rounded-card rounded-bl-sm border border-hairline px-4 py-2.5">
          {t('sample.client')}
        </p>
      </div>
      <p className="ml-auto max-w-[30rem] rounded-card rounded-br-sm bg-teal-soft px-4 py-2.5">
        {t('sample.before')}
        <mark className="mark-breach bg-transparent text-inherit">{t('sample.breach')}</mark>
        {t('sample.after')}
      </p>
      <div className="rounded-card border-l-4 border-breach bg-breach-soft p-3">
        <p className="flex items-center gap-2 font-bold text-breach-ink">
          <OctagonAlert aria-hidden className="size-5 shrink-0" />
          {t('sample.stop')}
        </p>
        <p className="text-small text-ink-soft">{t('sample.rule')}</p>
      </div>
      <p className="flex items-start gap-2">
        <ToneIcon tone="good" className="mt-1.5 text-good" />
        <span>
          {t('sample.try')}
          <mark className="mark-good bg-transparent text-inherit">{t('sample.better')}</mark>
        </span>
      </p>
    </figure>
  )
}
