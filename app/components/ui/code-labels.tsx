import { createContext, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'

/** Observation code to its name in the reader's language; one list per page, from the catalogue. */
export type CodeLabels = Readonly<Record<string, string>>

const CodeLabelsContext = createContext<CodeLabels>({})

export function CodeLabelsProvider({ labels, children }: { labels: CodeLabels; children: ReactNode }) {
  return <CodeLabelsContext.Provider value={labels}>{children}</CodeLabelsContext.Provider>
}

/** @returns the name of a code of the catalogue, or of a line of arithmetic (`base`, `cap.major`). */
export function useCodeLabel(): (code: string) => string {
  const labels = useContext(CodeLabelsContext)
  const { t } = useTranslation('scorecard')
  return (code) => labels[code] ?? t(`arithmetic.${code}` as 'arithmetic.base', { defaultValue: code })
}
