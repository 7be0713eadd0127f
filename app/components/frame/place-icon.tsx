import {
  BookOpen,
  ChartNoAxesColumn,
  ClipboardList,
  Library,
  type LucideIcon,
  MessagesSquare,
  Presentation,
  Settings,
  UserRound,
} from 'lucide-react'
import type { PlaceId } from './view-types'

const ICONS: Record<PlaceId, LucideIcon> = {
  practise: MessagesSquare,
  learn: BookOpen,
  records: ClipboardList,
  studio: Presentation,
  knowledge: Library,
  dashboard: ChartNoAxesColumn,
  admin: Settings,
  me: UserRound,
}

export function PlaceIcon({ id, className }: { id: PlaceId; className?: string }) {
  const Icon = ICONS[id]
  return <Icon aria-hidden className={className ?? 'size-5'} />
}
