import { useTranslation } from 'react-i18next'

const BOX =
  'flex cursor-pointer items-start gap-3 rounded-card border border-edge bg-surface p-3 transition-colors duration-150 hover:border-teal has-checked:border-teal has-checked:bg-teal-soft has-focus-visible:outline-2 has-focus-visible:outline-teal has-focus-visible:outline-offset-2'

type ChoiceAnswerProps = {
  /** Names the group: the stem's element. */
  labelledBy: string
  name: string
  isMultiple: boolean
  options: readonly { id: string; text: string }[]
  chosen: readonly string[]
}

/** Radio buttons, or tick boxes where several may be right; the whole box can be pressed. */
export function ChoiceAnswer({ labelledBy, name, isMultiple, options, chosen }: ChoiceAnswerProps) {
  const { t } = useTranslation('quiz')
  return (
    <fieldset aria-labelledby={labelledBy} className="grid gap-2">
      {isMultiple ? <p className="text-small text-ink-soft">{t('question.several')}</p> : null}
      {options.map((option) => (
        <label key={option.id} className={BOX}>
          <input
            type={isMultiple ? 'checkbox' : 'radio'}
            name={name}
            value={option.id}
            defaultChecked={chosen.includes(option.id)}
            className="mt-1 size-5 shrink-0 accent-teal outline-none"
          />
          <span className="min-w-0 break-words">{option.text}</span>
        </label>
      ))}
    </fieldset>
  )
}
