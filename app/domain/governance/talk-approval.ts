import type { ResultScope } from './authorise'

/** A talk that a trainer holds good enough to learn from. */
export type TalkApproval = { roleplayId: string; approvedById: string; approvedAt: Date }

export type ApprovalStore = {
  find(roleplayId: string): Promise<TalkApproval | null>
  /** Approving twice keeps the first approval. */
  add(approval: TalkApproval): Promise<void>
  remove(roleplayId: string): Promise<void>
  /** Newest first. */
  list(scope: ResultScope, limit: number): Promise<(TalkApproval & { approvedByName: string })[]>
}
