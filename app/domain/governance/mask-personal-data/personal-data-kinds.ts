import type { Localised } from '../../shared/localised'

/** What is looked for, with the name that people see and that a placeholder carries (`⟦身分證1⟧`). */
export const PERSONAL_DATA_KINDS = {
  'national-id': { zh: '身分證', en: 'National ID' },
  'resident-permit': { zh: '居留證', en: 'Resident permit' },
  card: { zh: '信用卡', en: 'Payment card' },
  'health-card': { zh: '健保卡', en: 'Health insurance card' },
  passport: { zh: '護照', en: 'Passport' },
  'bank-account': { zh: '帳號', en: 'Bank account' },
  email: { zh: '電子郵件', en: 'E-mail' },
  phone: { zh: '電話', en: 'Phone' },
  birthday: { zh: '生日', en: 'Date of birth' },
  address: { zh: '地址', en: 'Address' },
} as const satisfies Record<string, Localised>

export type PersonalDataKind = keyof typeof PERSONAL_DATA_KINDS

/** In order of precedence: where two kinds claim the same words, the earlier one has them. */
export const PERSONAL_DATA_KIND_NAMES = Object.keys(PERSONAL_DATA_KINDS) as [PersonalDataKind, ...PersonalDataKind[]]
