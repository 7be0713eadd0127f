export type DeviceView = { id: string; label: string; lastSeenAt: string; isThis: boolean }

/** `asked`: a request to delete waits for an administrator. */
export type MyDataView = {
  talks: number
  exportHref: string
  deletion: 'none' | 'asked'
  deletionAskedAt: string | null
}
