import type { CallScope, SpeakInput } from '../../domain/ports'
import type { ClientState } from '../../domain/roleplay/client-state'
import { composeReply } from '../../domain/roleplay/compose-reply'
import { buildGuardKnowledge } from '../../domain/roleplay/speak-with-model/build-guard-knowledge'
import {
  buildSpeakMessages,
  type SpeakMessagesInput,
} from '../../domain/roleplay/speak-with-model/build-speak-messages'
import type { ChatMessage } from '../../domain/roleplay/speak-with-model/chat-message'
import type { Speech } from '../../domain/roleplay/speak-with-model/describe-speech'
import { findUnsaidPieces } from '../../domain/roleplay/speak-with-model/find-unsaid-pieces'
import {
  createReplyGuard,
  type GuardVerdict,
  type ReplyGuard,
} from '../../domain/roleplay/speak-with-model/guard-reply'
import { REPLY_FAULTS, type ReplyFault } from '../../domain/roleplay/speak-with-model/reply-faults'
import type { ModelClient } from './model-client'
import type { ModelFailure } from './model-result'
import type { ModelTimeouts } from './model-settings'
import { createStreamUnmasker, type ProtectOutgoing } from './protect-outgoing'

/** Why some or all of the model's words were replaced by the client's own lines; `unsaid` when it left out what had to be said. */
export type Replaced = ReplyFault | ModelFailure | 'unsaid'

export type SpokenEvent =
  | { kind: 'delta'; text: string }
  /** `text` is all deltas joined; `speech.by` is `embedded` when none of the model's words are in it. */
  | { kind: 'done'; text: string; state: ClientState; speech: Speech & { replaced: Replaced | null } }

export type ModelActorDeps = {
  client: ModelClient
  model: string
  protect: ProtectOutgoing
  /** Stands in the instructions and must never come out; unguessable, new for every process. */
  canary: string
  timeouts?: ModelTimeouts
  /** Each time the model's words were not let through or did not come, tries included. */
  onReplaced?: (reason: Replaced) => void
}

export type ModelActor = {
  engine: 'llm'
  /**
   * Speaks, whatever the model does: its words as far as they pass the guard, else the client's own lines.
   *
   * The state is the one the embedded engine would leave, so that the same seed and words lead to the same client whoever speaks.
   *
   * @param input `talk` goes up to and with the trainee's newest words.
   * @throws only the signal's reason, when the caller aborts.
   */
  speak(input: SpeakInput, signal?: AbortSignal, scope?: CallScope): AsyncGenerator<SpokenEvent, void, void>
}

const MAX_TRIES = 2

export function createModelActor(deps: ModelActorDeps): ModelActor {
  return { engine: 'llm', speak: (input, signal, scope) => speak(deps, input, signal, scope) }
}

type Composed = ReturnType<typeof composeReply>

async function* speak(
  deps: ModelActorDeps,
  input: SpeakInput,
  signal: AbortSignal | undefined,
  scope: CallScope | undefined,
): AsyncGenerator<SpokenEvent, void, void> {
  signal?.throwIfAborted()
  const composed = composeReply(input)
  const heard: Heard = { text: '', replaced: null }
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    heard.replaced = null
    for await (const step of tryToSpeak(deps, input, composed, attempt > 0, signal, scope)) {
      if (step.kind === 'stopped') heard.replaced = step.reason
      else {
        heard.text += step.text
        yield { kind: 'delta', text: step.text }
      }
    }
    if (heard.replaced !== null) deps.onReplaced?.(heard.replaced)
    if (!isWorthAnotherTry(heard)) break
  }
  yield* finish(deps, composed, heard)
}

type Heard = { text: string; replaced: Replaced | null }

const FAULTS: ReadonlySet<string> = new Set(REPLY_FAULTS)

/** What was heard cannot be unsaid, and a server that fails was retried already. */
function isWorthAnotherTry({ text, replaced }: Heard): boolean {
  return replaced !== null && FAULTS.has(replaced) && text === ''
}

type Step = { kind: 'passed'; text: string } | { kind: 'stopped'; reason: Replaced }

/** One try: pieces that passed, then `stopped` when the reply did not come to a good end. */
async function* tryToSpeak(
  deps: ModelActorDeps,
  input: SpeakInput,
  composed: Composed,
  isRetry: boolean,
  signal: AbortSignal | undefined,
  scope: CallScope | undefined,
): AsyncGenerator<Step, void, void> {
  const plan = { ...input, pieces: composed.pieces, canary: deps.canary }
  const prepared = prepare(deps, { ...plan, isRetry }, scope)
  if (prepared === null) return yield { kind: 'stopped', reason: 'blocked' }
  const guard = createReplyGuard(buildGuardKnowledge(plan))
  const unmask = createStreamUnmasker(prepared.unmask)
  const request = {
    model: deps.model,
    messages: prepared.messages,
    ...(deps.timeouts === undefined ? {} : { timeouts: deps.timeouts }),
    ...(scope === undefined ? {} : { scope }),
  }
  for await (const event of deps.client.stream(request, signal)) {
    if (event.kind === 'failed') return yield { kind: 'stopped', reason: event.reason }
    const { passed, fault } = judge(guard, event.kind === 'done' ? unmask('', true) : unmask(event.text), event.kind)
    if (passed !== '') yield { kind: 'passed', text: passed }
    if (fault !== null) return yield { kind: 'stopped', reason: fault }
  }
}

function judge(guard: ReplyGuard, text: string, kind: 'delta' | 'done'): GuardVerdict {
  const verdict = guard.push(text)
  if (kind === 'delta' || verdict.fault !== null) return verdict
  const last = guard.end()
  return { passed: verdict.passed + last.passed, fault: last.fault }
}

/** @returns the messages with what must not leave masked; null when it may not leave at all. */
function prepare(
  { protect }: ModelActorDeps,
  input: SpeakMessagesInput,
  scope: CallScope | undefined,
): { messages: ChatMessage[]; unmask(text: string): string } | null {
  const outgoing = protect(
    input.talk.map((line) => line.text),
    scope?.dataPolicy,
  )
  if (outgoing.status === 'blocked') return null
  const talk = input.talk.map((line, i) => ({ ...line, text: outgoing.texts[i] ?? '' }))
  return { messages: buildSpeakMessages({ ...input, talk }), unmask: outgoing.unmask }
}

/** Adds what the state counts on and the model did not say; all of it when the model said nothing. */
function* finish(deps: ModelActorDeps, composed: Composed, { text: spoken, replaced }: Heard): Generator<SpokenEvent> {
  const { state } = composed
  if (spoken.trim() === '') {
    yield { kind: 'delta', text: composed.text }
    const text = spoken + composed.text
    return yield { kind: 'done', text, state, speech: { by: 'embedded', replaced: replaced ?? 'empty' } }
  }
  const owed = findUnsaidPieces(spoken, composed.pieces)
  const rest = endSentence(spoken, replaced !== null) + owed.map((piece) => closeWords(piece.text)).join('')
  if (replaced === null && owed.length > 0) deps.onReplaced?.('unsaid')
  if (rest !== '') yield { kind: 'delta', text: rest }
  const reason = replaced ?? (owed.length > 0 ? 'unsaid' : null)
  yield { kind: 'done', text: spoken + rest, state, speech: { by: 'model', replaced: reason } }
}

const ENDED = /[。！？!?…～~][」』）)”"]*\s*$/u

/** A sentence that was broken off sounds like a thought that was: 「我跟你……」. */
function endSentence(spoken: string, isBroken: boolean): string {
  if (ENDED.test(spoken)) return ''
  return isBroken ? '……' : '。'
}

function closeWords(text: string): string {
  return ENDED.test(text) ? text : `${text}。`
}
