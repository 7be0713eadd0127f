import { useTranslation } from 'react-i18next'
import type { DraftFaults } from './view-types'

const KNOWN = [
  'missing',
  'too-few',
  'too-many',
  'too-long',
  'invalid',
  'gaps',
  'no-key',
  'equal-options',
  'unknown-passage',
  'not-in-passage',
] as const

/** @returns what to say beside a field, also for what is wrong inside of it when `isDeep`; undefined where nothing is. */
export function useDraftFault(faults: DraftFaults) {
  const { t } = useTranslation('quiz')
  return (path: string, isDeep = false): string | undefined => {
    const reason =
      faults[path] ?? (isDeep ? Object.entries(faults).find(([at]) => at.startsWith(`${path}.`))?.[1] : undefined)
    if (reason === undefined) return undefined
    return t(`form.fault.${KNOWN.find((one) => one === reason) ?? 'invalid'}`)
  }
}
