import { Form, useInRouterContext } from '@remix-run/react'
import type { FormEventHandler, ReactNode, Ref } from 'react'

type AppFormProps = {
  method: 'get' | 'post'
  action?: string | undefined
  className?: string | undefined
  /** For a form that sends a file. */
  encType?: 'multipart/form-data'
  children: ReactNode
  /** Leave the router out: a full page load, for answers that change <html> or hand out a file. */
  reloadDocument?: boolean
  noValidate?: boolean
  /** The answer is another page, read from its top. */
  leadsOn?: boolean
  formRef?: Ref<HTMLFormElement>
  onSubmit?: FormEventHandler<HTMLFormElement>
  onChange?: FormEventHandler<HTMLFormElement>
  'aria-label'?: string
}

/** A form that works before the script has loaded; the router takes over when there is one. */
export function AppForm({ formRef, reloadDocument, leadsOn, ...rest }: AppFormProps) {
  const isRouted = useInRouterContext()
  return isRouted ? (
    <Form ref={formRef} reloadDocument={reloadDocument} preventScrollReset={!leadsOn} {...rest} />
  ) : (
    <form ref={formRef} {...rest} />
  )
}
