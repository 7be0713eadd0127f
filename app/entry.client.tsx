import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { provideTexts } from '~/locales/i18n'

/** A change of language loads the page anew, so one language is enough. */
async function loadTexts(): Promise<void> {
  if (document.documentElement.lang === 'en') provideTexts('en', (await import('~/locales/en')).en)
  else provideTexts('zh-Hant', (await import('~/locales/zh-hant')).zhHant)
}

loadTexts().then(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  }),
)
