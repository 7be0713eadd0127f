import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'

export const splitStem = (stem: string) => stem.split(/_{2,}/u)

/** The sentence with a box in each gap; what is left over of either still has its place. */
export function ClozeAnswer({ stem, words }: { stem: string; words: readonly string[] }) {
  const { t } = useTranslation('quiz')
  const pieces = splitStem(stem)
  const boxes = Math.max(words.length, pieces.length - 1)
  return (
    <p className="text-title font-normal leading-[2.4]">
      {Array.from({ length: Math.max(pieces.length, boxes) }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: gaps have no name but their place
        <Fragment key={at}>
          {pieces[at]}
          {at < boxes ? (
            <input
              name="word"
              aria-label={t('question.blank', { number: at + 1, total: boxes })}
              defaultValue={words[at]}
              size={10}
              maxLength={200}
              autoComplete="off"
              className="mx-1 min-h-11 max-w-full rounded-card border border-edge bg-surface px-2 text-body hover:border-teal"
            />
          ) : null}
        </Fragment>
      ))}
    </p>
  )
}
