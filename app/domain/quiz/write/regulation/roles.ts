/**
 * Who acts in a law, in groups that a learner can mix up. A role is asked for only among others of its own group, and only where the law's text speaks of
 * them all; longer names stand before those that they hold.
 */
const GROUPS: readonly (readonly string[])[] = [
  ['被保險人', '要保人', '受益人', '保險人'],
  ['所屬公司', '各有關公會', '業務員', '主管機關'],
  ['金融消費者', '金融服務業', '爭議處理機構', '主管機關'],
  ['非公務機關', '公務機關', '當事人', '主管機關'],
  ['委託人', '受託人', '受益人', '信託監察人'],
  ['企業經營者', '消費者保護團體', '消費者', '主管機關'],
  ['納稅義務人', '扣繳義務人', '稽徵機關', '財政部'],
  ['雇主', '勞工', '勞保局', '主管機關'],
  ['投保單位', '被保險人', '保險人', '主管機關'],
]

/** Everybody who can be the subject of a rule; what stands in front of 應, 得 or 不得 need not be one of them, but a sentence that begins with one is whole. */
export const ACTORS: readonly string[] = [
  ...new Set([
    ...GROUPS.flat(),
    '保險業',
    '保險代理人',
    '保險經紀人',
    '保險公證人',
    '個人執業代理人',
    '個人執業經紀人',
    '代理人公司',
    '經紀人公司',
    '保險公司',
    '人身保險業',
    '財產保險業',
    '金融機構',
    '金融控股公司',
    '保險合作社',
    '利害關係人',
    '各保險人',
    '同業公會',
    '安定基金',
    '董事會',
    '監察人',
    '評議委員',
    '法院',
    '請求權人',
    '受害人',
    '簽證精算人員',
    '總稽核',
    '內部稽核單位',
    '會計師',
    '企業經營者',
    '事業',
    '申請人',
    '債務人',
    '債權人',
    '繼承人',
    '未成年人',
    '老人',
    '人壽保險人',
    '健康保險人',
    '傷害保險人',
    '年金保險人',
    '責任保險人',
    '保證保險人',
    '再保險人',
    '原保險人',
    '憑證機構',
    '中央主管機關',
    '直轄市、縣（市）主管機關',
  ]),
].sort((a, b) => b.length - a.length)

/** @returns the others of the first group that holds the role and of which the law names at least three, or none. */
export function listRivals(role: string, lawText: string): string[] {
  for (const group of GROUPS) {
    if (!group.includes(role)) continue
    const named = group.filter((one) => lawText.includes(one))
    if (named.length >= 3) return named.filter((one) => one !== role)
  }
  return []
}

const BODY = /公會|金融服務業|機構|機關|公司|投保單位|企業經營者|團體|財政部|勞保局|雇主/u

/** @returns the rivals of its own sort: persons of a contract among each other, bodies among each other. */
export function listLikelyRivals(role: string, lawText: string): string[] {
  return listRivals(role, lawText).filter((one) => one !== '主管機關' && BODY.test(one) === BODY.test(role))
}

/** @returns the role with which the words begin, or null. */
export function findLeadingActor(words: string): string | null {
  return ACTORS.find((one) => words.startsWith(one)) ?? null
}
