import { buildPattern, type Found, matchView, type PersonalDataFinder } from './personal-data-finder'

/** Also as people say it: 小明小老鼠gmail點com. */
const EMAIL = buildPattern(
  '(?<![a-z0-9._%+\\-])[a-z0-9][a-z0-9._%+\\-]{0,63} ?(?:@|[(\\[]at[)\\]]|小老鼠) ?[a-z0-9][a-z0-9\\-]{0,62}(?:(?:\\.|點)[a-z0-9\\-]{2,24}){1,4}',
)

/** E-mail addresses. */
export const findEmails: PersonalDataFinder = ({ plain }) =>
  matchView(plain, EMAIL).map(({ start, end, words }): Found => {
    const value = words
      .toLowerCase()
      .replace(/ ?(?:[([]at[)\]]|小老鼠) ?/u, '@')
      .replace(/點/gu, '.')
      .replace(/ /g, '')
    return { kind: 'email', start, end, value }
  })
