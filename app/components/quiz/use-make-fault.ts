import { useTranslation } from 'react-i18next'

const KNOWN = ['required', 'unknown', 'nothing-found', 'no-items', 'out-of-range'] as const

/** @returns what to say beside a field of the form for a quiz; undefined where nothing is wrong. */
export function useMakeFault(faults: Readonly<Record<string, string>>) {
  const { t } = useTranslation('quiz')
  return (field: string): string | undefined => {
    const reason = KNOWN.find((one) => one === faults[field])
    if (!reason) return undefined
    return reason === 'out-of-range' ? t(`make.range.${field}` as 'make.range.count') : t(`make.fault.${reason}`)
  }
}
