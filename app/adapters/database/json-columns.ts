import type { Prisma } from '~/generated/prisma/client'

/** JSON columns hold what our own modules wrote, in the shape of their types. */
export const readJson = <T>(value: unknown) => value as T
export const writeJson = (value: unknown) => value as Prisma.InputJsonValue
