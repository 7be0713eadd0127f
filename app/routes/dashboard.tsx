// Managers see the same plain list as trainers, at their own address.
export { default, loader, meta } from './studio'
