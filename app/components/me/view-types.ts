export type DeviceView = { id: string; label: string; lastSeenAt: string; isThis: boolean }

export type PasswordFault = 'missing' | 'wrong' | 'too-short' | 'too-long' | 'same'
/** What came of a try to change one's password; `form` is a fault of no single field. */
export type PasswordAnswer = {
  isChanged: boolean
  faults: { currentPassword?: PasswordFault; newPassword?: PasswordFault; form?: 'too-many-requests' }
}
