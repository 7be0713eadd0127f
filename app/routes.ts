import { flatRoutes } from '@remix-run/fs-routes'
import { route } from '@remix-run/route-config'

export default [
  ...(await flatRoutes()),
  // Managers see the same plain list as trainers, at an address of their own.
  route('dashboard', 'routes/studio.tsx', { id: 'dashboard' }),
]
