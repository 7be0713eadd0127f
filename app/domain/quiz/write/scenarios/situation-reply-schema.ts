import { z } from 'zod'
import { DIMENSIONS } from '../../../shared/observation'

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

const citeSchema = z.union([
  /** `heading` without its number. */
  z.strictObject({ guide: id, heading: z.string().min(1) }),
  /** A numbered point of the sheet of the product under discussion. */
  z.strictObject({ clause: z.string().regex(/^\d+\.\d+$/) }),
])
export type ReplyCite = z.infer<typeof citeSchema>

/** As `cite` of a wrong reply: the code's rules are about something else. */
export const NO_RULE = 'none'

const replySetSchema = z.strictObject({
  id,
  /** `owner/id` of a worry or question; the owner is a persona or a scenario. */
  about: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9_.-]+$/)).min(1),
  /** Fits when one of them is under discussion; always when empty. */
  products: z.array(id),
  dimension: z.enum(DIMENSIONS),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  asks: z.string().min(2).max(30),
  why: z.string().min(10),
  /** Before placeholders are filled; a reply as shown has up to 110 characters (`checkItem`). */
  best: z.array(z.string().min(15).max(180)).min(1),
  wrong: z
    .array(
      z.strictObject({
        say: z.string().min(15).max(110),
        /** The fault or violation that the reply shows. */
        code: z.string().regex(/^[a-z]+\.[a-z0-9_]+$/),
        /** Which of the code's rules it breaks; the first one where absent, none where no rule fits. */
        cite: z.string().min(1).optional(),
        why: z.string().min(4),
      }),
    )
    .min(3),
  cite: z.array(citeSchema).min(1),
})
export type ReplySet = z.infer<typeof replySetSchema>

/** `content/quiz/situation-replies.yaml`; its README says how to write one. */
export const situationRepliesSchema = z.strictObject({
  version: z.number().int().positive(),
  sets: z.array(replySetSchema).min(1),
})
