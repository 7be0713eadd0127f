export type DeviceView = { id: string; label: string; lastSeenAt: string; isThis: boolean }
