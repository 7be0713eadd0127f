import { useTranslation } from 'react-i18next'
import type { Mood } from '~/domain/roleplay/client-state'
import { ClientFace } from '../face/client-face'
import type { ClientView } from '../face/view-types'
import { ButtonLink } from '../ui/button'

const MOOD_OF_STEP: Mood[] = ['neutral', 'curious', 'warm']

/** For someone who has not talked yet: what a talk is, in 20 seconds. */
export function HowItWorks({ client, startHref }: { client: ClientView; startHref: string }) {
  const { t } = useTranslation('practise')
  const steps = [t('how.one'), t('how.two'), t('how.three')]
  return (
    <section className="rounded-card border border-hairline bg-surface p-5 sm:p-8">
      <h2 className="text-large">{t('how.title')}</h2>
      <p className="mt-1 max-w-[40rem] text-ink-soft">{t('how.lead')}</p>
      <ol className="mt-6 grid gap-6 md:grid-cols-3">
        {steps.map((step, index) => (
          <li key={step} className="flex gap-4 md:flex-col">
            <ClientFace
              client={client}
              mood={MOOD_OF_STEP[index]}
              size="large"
              isDecorative
              className="max-md:size-14"
            />
            <p className="min-w-0">
              <strong className="mr-2 text-clay">{index + 1}</strong>
              {step}
            </p>
          </li>
        ))}
      </ol>
      <ButtonLink to={startHref} tone="primary" className="mt-6">
        {t('how.start')}
      </ButtonLink>
    </section>
  )
}
