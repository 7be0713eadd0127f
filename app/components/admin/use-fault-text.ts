import { useTranslation } from 'react-i18next'

const KNOWN = ['missing', 'invalid', 'taken', 'too-short', 'too-long', 'wrong-code'] as const

/** @returns what to say beside a field, from the reason that the server gave; undefined where it found nothing wrong. */
export function useFaultText(faults: Readonly<Record<string, string>>) {
  const { t } = useTranslation('admin')
  return (field: string): string | undefined => {
    const reason = KNOWN.find((one) => one === faults[field])
    return reason ? t(`faults.${reason}`) : undefined
  }
}
