import { keepDraft, readDraft } from '../ui/kept-draft'

/** What one types; choices are made again in a moment. */
const TYPED = 'textarea[name="text"], input[name="word"]'

const nameDraft = (attemptId: string, itemId: string) => `answer.${attemptId}.${itemId}`
const listFields = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>(TYPED)]

export function keepAnswerDraft(attemptId: string, itemId: string, form: HTMLFormElement): void {
  const values = listFields(form).map((field) => field.value)
  if (values.length === 0) return
  keepDraft(nameDraft(attemptId, itemId), values.some((value) => value.trim() !== '') ? JSON.stringify(values) : '')
}

export function forgetAnswerDraft(attemptId: string, itemId: string): void {
  keepDraft(nameDraft(attemptId, itemId), '')
}

/** Puts back what was typed and not sent. @returns whether that changes what stands in the form. */
export function restoreAnswerDraft(attemptId: string, itemId: string, form: HTMLFormElement): boolean {
  const values = readValues(readDraft(nameDraft(attemptId, itemId)))
  const fields = listFields(form)
  if (values.length !== fields.length || fields.every((field, at) => field.value === values[at])) return false
  for (const [at, field] of fields.entries()) field.value = values[at]!
  return true
}

function readValues(draft: string): string[] {
  try {
    const values: unknown = JSON.parse(draft || '[]')
    return Array.isArray(values) && values.every((one) => typeof one === 'string') ? values : []
  } catch {
    return []
  }
}
