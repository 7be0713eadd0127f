import { useTranslation } from 'react-i18next'
import { MODEL_PURPOSES } from '~/domain/governance/model-purposes'
import type zh from '~/locales/zh-Hant/models.json'

type Reason = keyof (typeof zh)['reason']

const REASONS: Record<Reason, true> = {
  timeout: true,
  connection: true,
  'rate-limited': true,
  'server-error': true,
  unauthorised: true,
  'not-found': true,
  'bad-request': true,
  garbled: true,
  length: true,
  refusal: true,
  unreadable: true,
  'circuit-open': true,
  budget: true,
  aborted: true,
  other: true,
}

/** Reasons that mean the same to whoever runs the server. */
const SAME: Readonly<Record<string, Reason>> = {
  'bad-content-type': 'garbled',
  'no-finish': 'garbled',
  'too-long': 'length',
  'too-large': 'length',
  'content-filter': 'refusal',
  empty: 'unreadable',
  'not-json': 'unreadable',
  'wrong-shape': 'unreadable',
}

function toReason(reason: string): Reason {
  if (reason in REASONS) return reason as Reason
  if (reason.startsWith('timeout-')) return 'timeout'
  if (reason.startsWith('budget-')) return 'budget'
  return SAME[reason] ?? 'other'
}

/** Why a call came to nothing, in plain words. */
export function useReasonName(): (reason: string) => string {
  const { t } = useTranslation('models')
  return (reason) => t(`reason.${toReason(reason)}`)
}

/** What a call was for; a purpose of another version of the program is something else. */
export function usePurposeName(): (purpose: string) => string {
  const { t } = useTranslation('models')
  return (purpose) => {
    const known = MODEL_PURPOSES.find((one) => one === purpose)
    return known ? t(`purpose.${known}.name`) : t('usage.other')
  }
}
