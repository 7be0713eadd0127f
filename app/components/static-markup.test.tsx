import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { describe, expect, test } from 'vitest'
import { MOODS } from '~/domain/roleplay/client-state'
import { createI18n } from '~/locales/i18n'
import { SignInCard } from './auth/sign-in-card'
import { ClientFace } from './face/client-face'
import type { ClientView } from './face/view-types'
import { AppShell } from './frame/app-shell'
import { placesForRole } from './frame/places-for-role'
import { Composer } from './talk/composer'
import { MineBubble } from './talk/mine-bubble'
import { CodeLabelsProvider } from './ui/code-labels'

const render = (element: ReactElement, locale: 'zh-Hant' | 'en' = 'zh-Hant') =>
  renderToStaticMarkup(<I18nextProvider i18n={createI18n(locale)}>{element}</I18nextProvider>)

const client: ClientView = {
  name: '林淑芬',
  address: '林老師',
  age: 67,
  gender: 'female',
  occupation: '退休老師',
  face: { hair: 'bob', hairColour: 'grey', glasses: true, look: 'elder', extra: 'necklace', skin: 'light' },
}
const frame = {
  user: { name: '陳小安', role: 'trainee' as const },
  places: placesForRole('trainee'),
  locale: 'zh-Hant' as const,
  theme: 'dark' as const,
  textSize: 'normal' as const,
}
const ignore = () => {}

describe('server markup', () => {
  test('carries no style attribute and no style element: the content policy would refuse them', () => {
    const pages = [
      <AppShell key="a" frame={frame} path="/">
        <Composer roleplayId="r" onSend={ignore} waitingFor={null} isFirst />
      </AppShell>,
      <SignInCard
        key="b"
        view={{ values: { email: '' }, faults: { form: 'wrong-credentials' }, demoRoles: ['trainee'], redirectTo: '/' }}
      />,
      ...MOODS.map((mood) => <ClientFace key={mood} client={client} mood={mood} isLive />),
    ]
    for (const page of pages) expect(render(page)).not.toMatch(/\sstyle=|<style/)
  })

  test('the face says who it is and how they feel; a decorative one says nothing', () => {
    expect(render(<ClientFace client={client} mood="worried" />)).toContain('aria-label="林老師看起來有點擔心"')
    expect(render(<ClientFace client={client} mood="worried" />, 'en')).toContain(
      'aria-label="林老師 looks a little worried"',
    )
    expect(render(<ClientFace client={client} isDecorative />)).toMatch(/aria-hidden="true"(?!.*aria-label)/)
  })

  test('every mood is drawn differently', () => {
    const drawings = MOODS.map((mood) => render(<ClientFace client={client} mood={mood} isDecorative />))
    expect(new Set(drawings).size).toBe(MOODS.length)
  })

  test('a field at fault is told to those who cannot see it', () => {
    const markup = render(
      <SignInCard
        view={{ values: { email: 'x' }, faults: { email: 'email-invalid' }, demoRoles: [], redirectTo: '/' }}
      />,
    )
    const id = /id="([^"]+)-fault"/.exec(markup)?.[1]
    expect(markup).toContain(`aria-describedby="${id}-fault"`)
    expect(markup).toContain('aria-invalid="true"')
  })

  test('quoted words are marked where they stand, with the name of what was seen', () => {
    const text = '這張保單保證不會虧'
    const items = [
      {
        code: 'violation.guaranteed_return',
        points: -30,
        source: 'trainee' as const,
        quote: '保證不會虧',
        start: 4,
        end: 9,
      },
    ]
    const markup = render(
      <CodeLabelsProvider labels={{ 'violation.guaranteed_return': '保證獲利或保本' }}>
        <MineBubble
          turn={{
            mine: { text, status: 'saved' },
            score: { status: 'scored', total: 0, items, observations: [], advice: [], betterWording: null },
            breach: null,
          }}
          isScoring={false}
          onRetrySend={ignore}
          onSayAgain={ignore}
          onGoOn={ignore}
        />
      </CodeLabelsProvider>,
    )
    expect(markup).toMatch(/<mark title="保證獲利或保本" class="[^"]*mark-breach">保證不會虧<\/mark>/)
  })
})
