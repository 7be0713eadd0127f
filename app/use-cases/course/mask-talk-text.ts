import { EMPTY_MASK_MEMORY } from '../../domain/governance/mask-personal-data/mask-memory'
import { maskPersonalData } from '../../domain/governance/mask-personal-data/mask-personal-data'

const SURNAMES =
  '陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾彭游詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓阮馬董溫唐藍蔣石古紀姚連馮歐程湯田康姜汪白鄒尤巫鐘涂黎嚴韓龔袁金童陸夏柳凃邵錢伍倪于譚駱熊任甘秦顧毛章俞雷粘饒闕凌崔孔歐'
/** 「我叫陳安」, 「業務員陳安，」: people name themselves. */
const OWN_NAME = new RegExp(
  `((?:我叫|我是|敝姓|我姓|名字是|業務員|專員|襄理|經理|顧問|人壽的)[，：\\s]?)([${SURNAMES}]\\p{Script=Han}{0,2})(?=[，。、！!？?：:；;\\s]|$)`,
  'gu',
)
const NOBODY = '○○○'

/**
 * Makes the words of a talk fit for others' eyes: personal data become 〈電話〉 and the like, names of colleagues and what people call themselves ○○○. The
 * client is invented and keeps the name.
 *
 * @param names of the people of the organisation. A name that nobody knows of and that is not introduced stays.
 */
export function maskTalkText(text: string, names: readonly string[], publicContacts: readonly string[]): string {
  const { masked } = maskPersonalData(text, EMPTY_MASK_MEMORY, { publicContacts })
  const plain = masked.replace(/⟦(\p{Script=Han}+)\d+(?:-\d+)?⟧/gu, '〈$1〉')
  const known = listSpellings(names).reduce((words, name) => words.replaceAll(name, NOBODY), plain)
  return known.replace(OWN_NAME, (_, before: string) => `${before}${NOBODY}`)
}

/** Full names, and given names of two signs; the longest first. */
function listSpellings(names: readonly string[]): string[] {
  const spellings = names.flatMap((name) => {
    const plain = name.trim()
    const signs = [...plain]
    const isHan = /^\p{Script=Han}{3}$/u.test(plain)
    return [...(signs.length >= 2 ? [plain] : []), ...(isHan ? [signs.slice(1).join('')] : [])]
  })
  return [...new Set(spellings)].sort((a, b) => b.length - a.length)
}
