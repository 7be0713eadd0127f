/** What a model is asked for. */
export const MODEL_PURPOSES = ['speech', 'judging', 'advice', 'answers', 'items', 'courses', 'embeddings'] as const
export type ModelPurpose = (typeof MODEL_PURPOSES)[number]

/** Which model serves a purpose here; null: no model, the embedded engine does it. */
export type ModelUses = Readonly<Record<ModelPurpose, string | null>>
