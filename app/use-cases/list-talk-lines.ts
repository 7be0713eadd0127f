import type { TalkSoFar } from '../domain/ports'
import type { TalkLine } from '../domain/shared/observation'

/** The words of a talk in the order they were said. */
export function listTalkLines({ roleplay, turns }: Pick<TalkSoFar, 'roleplay' | 'turns'>): TalkLine[] {
  const opening: TalkLine[] = roleplay.openingText === null ? [] : [{ who: 'client', text: roleplay.openingText }]
  return turns.reduce<TalkLine[]>((lines, turn) => {
    lines.push({ who: 'trainee', text: turn.text })
    if (turn.replyText) lines.push({ who: 'client', text: turn.replyText })
    return lines
  }, opening)
}
