import {
  type ActionFunctionArgs,
  unstable_createMemoryUploadHandler as createMemoryUploadHandler,
  type LoaderFunctionArgs,
  MaxPartSizeExceededError,
  unstable_parseMultipartFormData as parseMultipart,
  redirect,
} from '@remix-run/node'
import { useActionData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Page } from '~/components/frame/page'
import { titleMeta } from '~/components/frame/title-meta'
import { ImportForm } from '~/components/learn/import-form'
import { ImportPreview } from '~/components/learn/import-preview'
import { itemContentSchema } from '~/domain/quiz/item'
import { DomainError } from '~/domain/shared/domain-error'
import { requirePermission, requirePerson } from '~/http/current-person'
import { isDomainError } from '~/http/problem-details'
import { withPage } from '~/http/with-page'

export const meta = titleMeta('匯入題目', 'Import items')

const MAX_BYTES = 5 * 1024 * 1024

export const loader = withPage(async ({ request, context }: LoaderFunctionArgs) => {
  requirePermission(await requirePerson(request, context), 'learning.manage')
  return null
})

/** A file is read and shown; what was shown is then sent back to be stored. Nothing is kept in between. */
export const action = withPage(async ({ request, context }: ActionFunctionArgs) => {
  const person = await requirePerson(request, context)
  requirePermission(person, 'learning.manage')
  const { exchange } = context.services
  if (!/^multipart\/form-data\b/iu.test(request.headers.get('content-type') ?? '')) {
    const form = await request.formData()
    const fileName = String(form.get('fileName') ?? '')
    const title = String(form.get('title') ?? '').trim()
    const { quizId } = await exchange.importItems(person, readItems(form.get('items')), {
      fileName,
      ...(title === '' ? {} : { title }),
    })
    return redirect(`/quizzes/${quizId}`)
  }
  const file = await receiveFile(request)
  if (typeof file === 'string') return { fault: file, fileName: '', preview: null }
  try {
    const preview = await exchange.readItemFile(person, file.name, new Uint8Array(await file.arrayBuffer()))
    return { fault: null, fileName: file.name, preview }
  } catch (error) {
    if (!isDomainError(error) || error.code !== 'too-long') throw error
    return { fault: error.fields.file === 'too-many' ? 'tooMany' : 'tooLarge', fileName: '', preview: null } as const
  }
})

/** @returns the file, or the key of what is wrong. */
async function receiveFile(request: Request): Promise<File | 'chooseFile' | 'tooLarge'> {
  try {
    const form = await parseMultipart(request, createMemoryUploadHandler({ maxPartSize: MAX_BYTES }))
    const file = form.get('file')
    return file instanceof File && file.name !== '' ? file : 'chooseFile'
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError) return 'tooLarge'
    throw error
  }
}

/** The form was in the browser in between: what comes back is checked like anything else from outside. */
function readItems(field: FormDataEntryValue | null) {
  try {
    const parsed = itemContentSchema
      .array()
      .min(1)
      .max(500)
      .safeParse(JSON.parse(String(field)))
    if (parsed.success) return parsed.data
  } catch {
    // Told below.
  }
  throw new DomainError('bad-input', 'items: not a list of items', { items: 'broken' })
}

export default function ImportItemsPage() {
  const result = useActionData<typeof action>()
  const { t } = useTranslation('learn')
  const isBusy = useNavigation().formAction === '/items/import'
  return (
    <Page title={t('import.title')} lead={t('import.lead')} crumbs={[{ label: t('import.bank'), to: '/items' }]}>
      {result?.preview ? (
        <ImportPreview preview={result.preview} fileName={result.fileName} isBusy={isBusy} />
      ) : (
        <ImportForm fault={result?.fault ? t(`import.${result.fault}`) : null} isBusy={isBusy} />
      )}
    </Page>
  )
}
