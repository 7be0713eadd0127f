import { Form, useInRouterContext } from '@remix-run/react'
import type { FormEventHandler, ReactNode, Ref } from 'react'

type AppFormProps = {
  method: 'get' | 'post'
  action?: string | undefined
  className?: string | undefined
  children: ReactNode
  /** Leave the router out: a full page load, for answers that change <html> or hand out a file. */
  reloadDocument?: boolean
  noValidate?: boolean
  formRef?: Ref<HTMLFormElement>
  onSubmit?: FormEventHandler<HTMLFormElement>
  'aria-label'?: string
}

/** A form that works before the script has loaded; the router takes over when there is one. */
export function AppForm({ formRef, reloadDocument, ...rest }: AppFormProps) {
  const isRouted = useInRouterContext()
  return isRouted ? (
    <Form ref={formRef} reloadDocument={reloadDocument} preventScrollReset {...rest} />
  ) : (
    <form ref={formRef} {...rest} />
  )
}
