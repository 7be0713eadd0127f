import { BookOpen, ChevronRight, GraduationCap, ListChecks, Repeat } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AppLink } from '../ui/app-link'
import { joinClasses } from '../ui/join-classes'

type LearnDoorsProps = {
  /** Items to see again today. */
  due: number
  courseCount: number
  quizCount: number
  paperCount: number
}

/** The ways from Learn to what is due today, quizzes and exam papers. */
export function LearnDoors({ due, courseCount, quizCount, paperCount }: LearnDoorsProps) {
  const { t } = useTranslation(['quiz', 'course'])
  const doors = [
    {
      to: '/reviews',
      Icon: Repeat,
      title: due > 0 ? t('doors.due', { count: due }) : t('doors.noneDue'),
      text: t('doors.reviewText'),
      isNow: due > 0,
    },
    {
      to: '/courses',
      Icon: BookOpen,
      title: t('course:title'),
      text: courseCount > 0 ? t('course:card.text', { count: courseCount }) : t('course:card.none'),
      isNow: false,
    },
    {
      to: '/quizzes',
      Icon: ListChecks,
      title: t('title'),
      text: quizCount > 0 ? t('doors.quizzes', { count: quizCount }) : t('doors.noQuizzes'),
      isNow: false,
    },
    {
      to: '/exam-papers',
      Icon: GraduationCap,
      title: t('exams.title'),
      text: paperCount > 0 ? t('doors.papers', { count: paperCount }) : t('doors.noPapers'),
      isNow: false,
    },
  ]
  return (
    <ul className="mb-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {doors.map(({ to, Icon, title, text, isNow }) => (
        <li
          key={to}
          className={joinClasses(
            'group relative flex items-center gap-4 rounded-card border p-4 transition-colors duration-150 hover:border-teal',
            isNow ? 'border-teal/25 bg-teal-soft' : 'border-hairline bg-surface',
          )}
        >
          <Icon aria-hidden className="size-7 shrink-0 text-teal" strokeWidth={1.5} />
          <div className="min-w-0 flex-1">
            <AppLink
              to={to}
              className="font-medium after:absolute after:inset-0 after:rounded-card group-hover:text-teal"
            >
              {title}
            </AppLink>
            <p className="text-small text-ink-soft">{text}</p>
          </div>
          <ChevronRight aria-hidden className="size-5 shrink-0 text-ink-faint" />
        </li>
      ))}
    </ul>
  )
}
