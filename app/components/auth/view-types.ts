import type { ClientView } from '../face/view-types'
import type { FrameRole } from '../frame/view-types'

/** Keys of the locale file `auth.faults`; the words stay out of the action. */
export type AuthFault =
  | 'email-missing'
  | 'email-invalid'
  | 'password-missing'
  | 'wrong-credentials'
  | 'too-many-requests'
  | 'broken'

export type SignInView = {
  values: { email: string }
  faults: { email?: AuthFault | undefined; password?: AuthFault | undefined; form?: AuthFault | undefined }
  /** One button each; empty outside a demo. */
  demoRoles: FrameRole[]
  /** Where to go afterwards: a path of this site. */
  redirectTo: string
}

/** What a visitor sees of the product before signing in. */
export type ShowcaseView = { client: ClientView; personas: number; scenarios: number }
