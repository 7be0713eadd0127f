/** What the Director keeps about the client. Plain data: stored with every turn and sent (in part) to the page. */

export const MOODS = ['neutral', 'warm', 'curious', 'worried', 'annoyed', 'closed'] as const
export type Mood = (typeof MOODS)[number]

export const PHASES = ['opening', 'discovery', 'proposal', 'closing', 'ended'] as const
export type Phase = (typeof PHASES)[number]

export type PendingQuestion = {
  questionId: string
  concern: string
  turnIndex: number
  timesAsked: number
  /** Of a question out of a product's document: the passage that answers it. */
  passageId?: string
}

export type WorryState = {
  worryId: string
  status: 'open' | 'settled'
  raisedAtTurn: number
  /** Turn of the latest voicing; passing over it in the next turn is ignoring the client. */
  lastVoicedAtTurn: number
  /** Turn in which the client last said a word about it, if only that it is not settled; it is "on the table" in the next turn. */
  lastSpokenOfAtTurn: number
  timesVoiced: number
  /** Codes among the worry's settling ones seen since it was raised. */
  seen: string[]
}

export type RevealedFact = {
  /** A topic of a plain fact, or the id of a hidden fact. */
  factId: string
  isHidden: boolean
  turnIndex: number
  how: 'elicited' | 'volunteered'
}

/**
 * Why a talk ended. `client-*` by the client: a red line was crossed, patience ran out, or all that could be said was said;
 * `trainee` by the trainee; `time` when the scenario's minutes were up.
 */
export type EndReason = 'client-red-line' | 'client-impatient' | 'client-agreed' | 'client-done' | 'trainee' | 'time'

export type ClientState = {
  /** 0 to 100 each. */
  trust: number
  interest: number
  patience: number
  mood: Mood
  phase: Phase
  pendingQuestion: PendingQuestion | null
  worries: WorryState[]
  revealed: RevealedFact[]
  /** Ids of questions the client has asked. */
  askedQuestions: string[]
  /** Every sentence the client has said, so that none comes twice. */
  saidLines: string[]
  /** How often each observation code was seen so far. */
  seenCodes: Record<string, number>
  /** Topics the trainee has asked about. */
  askedTopics: string[]
  /** Consecutive turns in which the client's question or worry was passed over. */
  ignoredInARow: number
  /** Consecutive turns that held next to nothing (a grunt, nonsense, the same words again). */
  emptyInARow: number
  hasAgreed: boolean
  /** How often the client put off a decision. */
  stallCount: number
  /** What the client spoke about last, for "can you tell me more?". */
  lastTopic: string | null
  /** Turn in which the client last brought up something of their own (a worry or question); -1 for never. */
  lastRaisedAtTurn: number
  /** Last turn in which each reaction was used. */
  reactedAtTurn: Record<string, number>
  /** The last few small sounds put before a sentence, oldest first. */
  recentFillers: { text: string; turnIndex: number }[]
  /** Trainee turns answered so far, minus one; -1 before the first. */
  lastTurnIndex: number
  ended: { reason: EndReason; turnIndex: number } | null
}

/** One thing the client does in a reply, in order. The Actor finds the words; it decides nothing. */
export type Move =
  | { kind: 'react'; reaction: string }
  | { kind: 'answer'; topic: string }
  | { kind: 'deflect'; topic: string }
  | { kind: 'reveal'; hiddenId: string }
  | { kind: 'deflect-hidden'; hiddenId: string }
  | { kind: 'asked-already'; topic: string }
  | { kind: 'unknown-question' }
  | { kind: 'tell-name' }
  | { kind: 'raise-worry'; worryId: string; times: number }
  | { kind: 'settle-worry'; worryId: string }
  | { kind: 'worry-unsettled'; worryId: string }
  /** `passageId`: asked out of a document of the product. */
  | { kind: 'ask'; questionId: string; passageId?: string }
  | { kind: 'ask-again'; questionId: string }
  | { kind: 'remark' }
  | { kind: 'stall' }
  | { kind: 'agree' }
  | { kind: 'red-line'; code: string }
  | { kind: 'farewell'; tone: 'agreed' | 'friendly' | 'cold' | 'impatient' }

export type Intent = {
  moves: Move[]
  mood: Mood
  /** Set when this reply ends the meeting. */
  ends: EndReason | null
}
