import { expect, test } from 'vitest'
import { findPlace } from './find-place'
import { placesForRole } from './places-for-role'
import { FRAME_ROLES } from './view-types'

test('the longest fitting address is where one is; home is only itself', () => {
  const places = placesForRole('trainee')
  expect(findPlace(places, '/records/42')?.id).toBe('records')
  expect(findPlace(places, '/')?.id).toBe('practise')
  expect(findPlace(places, '/scenarios/x')?.id).toBe('practise')
  expect(findPlace(places, '/passages/x')?.id).toBe('learn')
  expect(findPlace(places, '/talks/42/scorecard')?.id).toBe('practise')
  expect(findPlace(places, '/knowledge')).toBeUndefined()
  expect(findPlace([], '/records')).toBeUndefined()
})

test('no one is shown a door of another role', () => {
  const special = FRAME_ROLES.map((role) =>
    placesForRole(role)
      .map((place) => place.id)
      .filter((id) => ['studio', 'dashboard', 'admin'].includes(id)),
  )
  expect(special).toEqual([[], ['studio'], ['dashboard'], ['admin']])
})
