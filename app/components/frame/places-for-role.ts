import type { FrameRole, PlaceLink } from './view-types'

const MINE: PlaceLink[] = [
  { id: 'practise', to: '/', also: ['/scenarios', '/talks'] },
  {
    id: 'learn',
    to: '/learn',
    also: ['/ask', '/passages', '/courses', '/quizzes', '/attempts', '/reviews', '/exam-papers'],
  },
  { id: 'records', to: '/records' },
]
const STUDIO: PlaceLink = { id: 'studio', to: '/studio' }
const KNOWLEDGE: PlaceLink = { id: 'knowledge', to: '/knowledge', also: ['/items', '/quizzes/new'] }
const DASHBOARD: PlaceLink = { id: 'dashboard', to: '/dashboard' }
const ADMIN: PlaceLink = { id: 'admin', to: '/admin', also: ['/models'] }
const ME: PlaceLink = { id: 'me', to: '/me', also: ['/prints', '/certificates'] }

/** The doors that are open to a role, in the order of the bars; no one is shown one that is closed to them. */
export function placesForRole(role: FrameRole): PlaceLink[] {
  switch (role) {
    case 'trainee':
      return [...MINE, ME]
    case 'trainer':
      return [...MINE, STUDIO, KNOWLEDGE, ME]
    case 'manager':
      return [...MINE, DASHBOARD, ME]
    case 'admin':
      return [...MINE, KNOWLEDGE, ADMIN, ME]
  }
}
