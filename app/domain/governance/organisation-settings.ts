import type { DataPolicy } from './mask-personal-data/apply-policy'

/** What an organisation decides for itself. */
export type OrganisationSettings = {
  /** What happens to personal data before a text leaves for a model. */
  dataPolicy: DataPolicy
  /** Whether items that no trainer has approved may reach trainees; they are marked then. */
  allowsUnreviewedItems: boolean
}

/** The careful choice, until somebody decides otherwise. */
export const DEFAULT_SETTINGS: OrganisationSettings = { dataPolicy: 'mask', allowsUnreviewedItems: false }

export type SettingsStore = {
  /** @returns the default where nothing was decided. */
  read(organisationId: string): Promise<OrganisationSettings>
  save(organisationId: string, settings: OrganisationSettings, by: { personId: string; at: Date }): Promise<void>
}
