import type { ReplyOutcome } from '../../domain/governance/model-usage'
import type { Actor, Clock } from '../../domain/ports'
import type { Speech } from '../../domain/roleplay/speak-with-model/describe-speech'
import { toLocalDate } from '../../domain/shared/to-local-date'
import type { UsageBook } from './usage-book'

function findOutcome({ by, replaced }: Speech): ReplyOutcome {
  if (by === 'embedded') return 'embedded'
  return replaced === null ? 'model' : 'mended'
}

/** The same actor; counts for each reply whether its words are the model's. */
export function countReplies(
  actor: Actor,
  { book, clock, model }: { book: UsageBook; clock: Clock; model: string },
): Actor {
  return {
    engine: actor.engine,
    async *speak(input, signal, scope) {
      for await (const event of actor.speak(input, signal, scope)) {
        if (event.kind === 'done' && event.speech)
          book.note([
            {
              localDate: toLocalDate(clock.now()),
              scopeKind: 'reply',
              scopeId: '',
              purpose: 'speech',
              model,
              outcome: findOutcome(event.speech),
              calls: 1,
              promptTokens: 0,
              completionTokens: 0,
              firstWordMs: 0,
              firstWords: 0,
            },
          ])
        yield event
      }
    },
  }
}
