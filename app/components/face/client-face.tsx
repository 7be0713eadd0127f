import { useTranslation } from 'react-i18next'
import type { Mood } from '~/domain/roleplay/client-state'
import { joinClasses } from '../ui/join-classes'
import { pickDress, SKIN } from './face-colours'
import { BeardBelow, Bust, ExtraAbove, Glasses } from './face-extras'
import { AgeLines, Brows, Eyes, Mouth, Nose } from './face-features'
import { HairBefore, HairBehind } from './hair-parts'
import type { ClientView } from './view-types'

export type FaceSize = 'small' | 'medium' | 'large' | 'huge'
/** 40, 56, 96 and 160 px at normal text size. */
const SIZES: Record<FaceSize, string> = { small: 'size-10', medium: 'size-14', large: 'size-24', huge: 'size-40' }
/** A small face is drawn closer, so that the mood can still be read. */
const FRAMES: Record<FaceSize, string> = {
  small: '26 18 108 108',
  medium: '22 14 116 116',
  large: '14 8 132 132',
  huge: '8 4 144 144',
}

const HEAD = {
  female: 'M48 72C48 47 62 37 80 37s32 10 32 35c0 13-3 24-10 32-6 7-13 11-22 11s-16-4-22-11c-7-8-10-19-10-32Z',
  male: 'M47.5 70C47.5 46 62 37 80 37s32.5 9 32.5 33c0 15-2 26-8 34.5-5 7.5-14 12-24.5 12s-19.5-4.5-24.5-12c-6-8.5-8-19.5-8-34.5Z',
}
/** How the head is held, and where on it the features turn. */
const POSES: Record<Mood, { head: string; features: string }> = {
  neutral: { head: '', features: '' },
  warm: { head: 'rotate(-2 80 124)', features: '' },
  curious: { head: 'rotate(5 80 124)', features: 'translate(1 -1)' },
  worried: { head: 'rotate(-3 80 124)', features: 'translate(0 1)' },
  annoyed: { head: '', features: 'translate(0 1)' },
  closed: { head: 'rotate(-4 80 124)', features: 'translate(-4 1)' },
}

type ClientFaceProps = {
  client: Pick<ClientView, 'name' | 'address' | 'gender' | 'face'>
  mood?: Mood
  size?: FaceSize
  /** Looks down, as one does while searching for words. */
  isThinking?: boolean
  /** Blinks and breathes; for the one client one talks with, not for a list. */
  isLive?: boolean
  /** The name and mood stand beside it in words: nothing to read out. */
  isDecorative?: boolean
  className?: string
}

/** The client, drawn from shared parts; the mood moves brows, eyes, mouth and the way the head is held. */
export function ClientFace({
  client,
  mood = 'neutral',
  size = 'medium',
  isThinking = false,
  isLive = false,
  isDecorative = false,
  className,
}: ClientFaceProps) {
  const { t } = useTranslation('talk')
  const { cloth, backdrop } = pickDress(client.name)
  const skin = SKIN[client.face.skin]
  const pose = isThinking ? { head: 'rotate(2 80 124)', features: 'translate(1 2)' } : POSES[mood]
  const features = { client, mood, isThinking, isLive }
  const label = isThinking ? t('face.thinking', { who: client.address }) : t(`face.${mood}`, { who: client.address })
  return (
    <svg
      viewBox={FRAMES[size]}
      className={joinClasses(SIZES[size], 'shrink-0 rounded-full', className)}
      focusable="false"
      role={isDecorative ? undefined : 'img'}
      aria-label={isDecorative ? undefined : label}
      aria-hidden={isDecorative ? true : undefined}
    >
      <rect width="160" height="180" fill={backdrop} />
      <g className={isLive ? 'face-breathe' : undefined}>
        <g transform={pose.head || undefined}>
          <HairBehind face={client.face} cloth={cloth} />
        </g>
        <Bust client={client} cloth={cloth} />
        <g transform={pose.head || undefined}>
          <g fill={skin.base}>
            <ellipse cx="47.5" cy="83" rx="6.5" ry="9" />
            <ellipse cx="112.5" cy="83" rx="6.5" ry="9" />
            <path d={HEAD[client.gender]} />
          </g>
          <g transform={pose.features || undefined}>
            <BeardBelow client={client} />
            <g fill={skin.blush} opacity={mood === 'warm' && !isThinking ? 0.5 : 0.3}>
              <ellipse cx="57.5" cy="92" rx="6.5" ry="4.5" />
              <ellipse cx="102.5" cy="92" rx="6.5" ry="4.5" />
            </g>
            <AgeLines client={client} />
            <Nose client={client} />
            <Eyes {...features} />
            <Brows {...features} />
            <Mouth {...features} />
            <Glasses client={client} />
          </g>
          <HairBefore face={client.face} cloth={cloth} />
          <ExtraAbove client={client} cloth={cloth} />
        </g>
      </g>
    </svg>
  )
}
