const TELL =
  /(?:(?:[你妳]?(?:可以|不妨|就|先|再|記得)*)(?:告訴|提醒|建議|勸|教|請|讓|(?:跟|對|向|和)(?=[^，。！？「]{1,6}(?:說|講|解釋|保證))))(?=[她他客]|您|[^，。！？「]{1,4}(?:老師|先生|小姐|太太|女士|阿姨|伯伯))/gu
const SAY_MARK = /(您)(?:說|講|解釋)(?:明)?(?:一下)?[，：「]?/gu

/**
 * Advice as the agent would say it who follows it, so that ears which know what agents say hear what it leads to: 「告訴林老師這張一定會賺」 becomes
 * 「這張一定會賺」, 「把佣金退給她」 「把佣金退給您」.
 *
 * @param address the client's form of address; null when unknown.
 */
export function sayToClient(advice: string, address: string | null): string {
  const told = advice.replace(TELL, '')
  const named = address === null ? told : told.replaceAll(address, '您')
  return named
    .replace(/(?:這位)?客戶(?!服務)|[她他](?!們)/gu, '您')
    .replace(SAY_MARK, '$1，')
    .replace(/[你妳]/gu, '我')
    .replace(/[「」『』“”]/gu, '')
}
