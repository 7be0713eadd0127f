import { useTranslation } from 'react-i18next'
import { joinClasses } from '../ui/join-classes'

export type SkeletonShape = 'cards' | 'talk' | 'scorecard' | 'table' | 'lines'

function Bone({ className, isRound = false }: { className: string; isRound?: boolean }) {
  return <div className={joinClasses('bg-hairline/70', isRound ? 'rounded-full' : 'rounded-lg', className)} />
}

const times = (count: number) => Array.from({ length: count }, (_, index) => index)

const SHAPES: Record<SkeletonShape, () => JSX.Element> = {
  cards: () => (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {times(6).map((index) => (
        <div key={index} className="grid gap-3 rounded-card border border-hairline p-5">
          <div className="flex items-center gap-3">
            <Bone isRound className="size-14" />
            <Bone className="h-5 w-28" />
          </div>
          <Bone className="h-4 w-full" />
          <Bone className="h-4 w-2/3" />
        </div>
      ))}
    </div>
  ),
  talk: () => (
    <div className="grid gap-4">
      <Bone className="h-14 w-3/5" />
      <Bone className="ml-auto h-14 w-3/5" />
      <Bone className="h-20 w-3/5" />
    </div>
  ),
  scorecard: () => (
    <div className="grid gap-4">
      <Bone className="h-24 w-full" />
      <div className="grid gap-4 lg:grid-cols-2">
        <Bone className="h-64" />
        <Bone className="h-64" />
      </div>
    </div>
  ),
  table: () => (
    <div className="grid gap-3">
      {times(6).map((index) => (
        <Bone key={index} className="h-11 w-full" />
      ))}
    </div>
  ),
  lines: () => (
    <div className="grid gap-3">
      <Bone className="h-5 w-full" />
      <Bone className="h-5 w-11/12" />
      <Bone className="h-5 w-2/3" />
    </div>
  ),
}

/** The shape of what is coming; unseen for the first 200 ms. */
export function Skeleton({ shape }: { shape: SkeletonShape }) {
  const { t } = useTranslation('frame')
  const Shape = SHAPES[shape]
  return (
    <div role="status" className="appear-late">
      <span className="sr-only">{t('loading')}</span>
      <div aria-hidden="true">
        <Shape />
      </div>
    </div>
  )
}
