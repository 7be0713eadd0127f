/** Two who sit face to face, with what is said between them. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className ?? 'size-8'} aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" className="fill-teal" />
      <path d="M6 22v-8a7 7 0 0 1 9-6.7v8.7a6 6 0 0 1-6 6Z" className="fill-on-teal" />
      <path d="M26 26v-8a7 7 0 0 0-9-6.7v8.7a6 6 0 0 0 6 6Z" className="fill-on-teal" opacity="0.62" />
      <circle cx="11" cy="13.5" r="1.4" className="fill-teal" />
      <circle cx="21" cy="17.5" r="1.4" className="fill-teal" />
    </svg>
  )
}
