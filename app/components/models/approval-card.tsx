import { GraduationCap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AppForm } from '../ui/app-form'
import { AppLink } from '../ui/app-link'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { formatDay } from '../ui/format-date'

export type ApprovalView = { talkId: string; approvedAt: string | null }

/** On the scorecard of somebody else: a leader says that the talk is good enough to learn from. Posts `approve` or `withdraw`. */
export function ApprovalCard({ approval }: { approval: ApprovalView }) {
  const { t, i18n } = useTranslation('models')
  const isApproved = approval.approvedAt !== null
  return (
    <Card title={t('approval.title')} lead={t('approval.lead')}>
      <AppForm
        method="post"
        action={`/talks/${approval.talkId}/approval`}
        className="flex flex-wrap items-center gap-x-4 gap-y-2"
      >
        <input type="hidden" name="intent" value={isApproved ? 'withdraw' : 'approve'} />
        {isApproved ? (
          <p role="status" className="text-good-ink">
            {t('approval.since', { on: formatDay(approval.approvedAt!, i18n.language, true) })}
          </p>
        ) : null}
        <Button
          type="submit"
          tone={isApproved ? 'quiet' : 'plain'}
          icon={<GraduationCap aria-hidden className="size-4" />}
        >
          {isApproved ? t('approval.withdraw') : t('approval.approve')}
        </Button>
        <AppLink to="/studio/approved" className="text-teal underline underline-offset-4">
          {t('approval.all')}
        </AppLink>
      </AppForm>
    </Card>
  )
}
