import { LoaderCircle } from 'lucide-react'
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { AppLink } from './app-link'
import { joinClasses } from './join-classes'

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger'
export type ButtonSize = 'normal' | 'small'

const TONES: Record<ButtonTone, string> = {
  primary: 'bg-teal text-on-teal hover:bg-teal-strong border border-transparent',
  plain: 'bg-surface text-ink border border-edge hover:border-teal hover:text-teal',
  quiet: 'text-ink-soft border border-transparent hover:bg-sunken hover:text-ink',
  danger: 'bg-surface text-breach-ink border border-breach hover:bg-breach-soft',
}
const SIZES: Record<ButtonSize, string> = {
  normal: 'min-h-11 px-5 py-2 text-body',
  small: 'min-h-9 px-3 py-1 text-small',
}

/** The look of a button, for links that act like one too. */
export function buttonClasses(tone: ButtonTone = 'plain', size: ButtonSize = 'normal', isWide = false): string {
  return joinClasses(
    'inline-flex items-center justify-center gap-2 rounded-card font-medium text-center leading-snug transition-colors duration-150',
    'disabled:opacity-60 aria-disabled:opacity-60',
    TONES[tone],
    SIZES[size],
    isWide && 'w-full',
  )
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  tone?: ButtonTone
  size?: ButtonSize
  isWide?: boolean
  /** Work is under way: it cannot be pressed again and shows a turning sign. */
  isBusy?: boolean
  icon?: ReactNode
  buttonRef?: Ref<HTMLButtonElement>
}

export function Button({
  tone,
  size,
  isWide,
  isBusy,
  icon,
  buttonRef,
  className,
  children,
  type,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      ref={buttonRef}
      type={type ?? 'button'}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      className={joinClasses(buttonClasses(tone, size, isWide), className)}
      {...rest}
    >
      {isBusy ? <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin" /> : icon}
      {children}
    </button>
  )
}

type ButtonLinkProps = {
  to: string
  tone?: ButtonTone
  size?: ButtonSize
  isWide?: boolean
  icon?: ReactNode
  className?: string
  children: ReactNode
}

export function ButtonLink({ to, tone, size, isWide, icon, className, children }: ButtonLinkProps) {
  return (
    <AppLink to={to} className={joinClasses(buttonClasses(tone, size, isWide), className)}>
      {icon}
      {children}
    </AppLink>
  )
}
