import type { Persona } from '~/domain/persona/persona-schema'
import { inLocale, type Locale } from '~/domain/shared/localised'
import type { ClientView } from './view-types'

export function buildClientView(persona: Persona, locale: Locale): ClientView {
  const { address, age, gender, face } = persona
  return {
    name: locale === 'en' ? persona.nameEn : persona.name,
    address: locale === 'en' ? persona.nameEn : address,
    age,
    gender,
    occupation: inLocale(persona.occupation, locale),
    face,
  }
}
