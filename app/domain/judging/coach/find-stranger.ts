const SURNAMES =
  '王李張劉陳楊黃趙吳周徐孫馬朱胡林郭何高羅鄭梁謝宋唐許鄧馮韓曹曾彭蕭蔡潘田董袁于余葉蔣杜蘇魏程呂丁沈任姚盧傅鍾姜崔譚廖范汪陸金石戴賈韋夏邱方侯鄒熊孟秦江閻薛尹段雷黎史陶賀顧毛郝龔邵萬錢嚴賴洪翁莊簡施游'
const TITLE = '(?:先生|小姐|太太|女士|老師|阿姨|伯伯|阿伯|大哥|大姐|奶奶|爺爺|老闆|經理|主任|醫師)'
const CALLED = new RegExp(`[${SURNAMES}][\\u4e00-\\u9fff]{0,2}?${TITLE}`, 'gu')
const OWN_NAME = new RegExp(
  `(?:我叫|我姓|敝姓|我的名字|我是[^，。！？!?]{0,12}的(?=[${SURNAMES}][\\u4e00-\\u9fff]{1,2}(?:[，。！？!?]|$)))[^，。！？!?]*`,
  'gu',
)
const INSURER = /[\u4e00-\u9fff]{2,3}(?:人壽|產險)/gu

/**
 * Looks for somebody who is not at the table: a person, a name for the agent or an insurer that nobody has mentioned.
 *
 * @param known the client's form of address, the insurer's name and what was said so far.
 */
export function namesStranger(text: string, known: readonly string[]): boolean {
  const isKnown = (name: string) => known.some((one) => one.includes(name))
  const called = text.match(CALLED) ?? []
  const insurers = text.match(INSURER) ?? []
  const own = (text.match(OWN_NAME) ?? []).map(
    (words) => /(?:叫|姓|名字(?:是|叫)?|的)(?!.*的)(.+)$/u.exec(words)?.[1] ?? words,
  )
  return [...called, ...own].some((name) => !isKnown(name)) || insurers.some((name) => !isInsurerKnown(name, known))
}

/** 「我是安禾人壽」 is read as 是安禾人壽 when nothing parts the words. */
function isInsurerKnown(name: string, known: readonly string[]): boolean {
  const short = name.slice(-4)
  return known.some((one) => one.includes(short))
}
