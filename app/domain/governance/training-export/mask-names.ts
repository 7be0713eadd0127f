/** The hundred family names that 97 of 100 people in Taiwan bear, and the frequent double ones. */
const SURNAMES =
  '陳林黃張李王吳劉蔡楊許鄭謝郭洪邱曾廖賴徐周葉蘇莊呂江何蕭羅高潘簡朱鍾游彭詹胡施沈余盧梁趙顏柯翁魏孫戴范方宋鄧杜傅侯曹薛丁卓阮馬董溫唐藍石蔣古紀姚連馮歐程湯黎田康姜白汪尤鄒巫鐘塗龔嚴韓袁金童陸夏柳凃邵錢伍倪'
const INTRODUCTION = new RegExp(
  `(?:我是|我叫|叫我|敝姓|我姓|名字是|叫做)[^，。！？；：\\s]{0,12}?((?:歐陽|張簡|范姜|[小阿]|)[${SURNAMES}][\\u4e00-\\u9fff]{0,2})(?=[，。！？；：、\\s]|$)`,
  'gu',
)
/** What follows "我是" and begins with a family name all the same. */
const NO_NAMES = /高(?:級|階|中|雄)|程|簡單|方便|金|石|白|古|田|連|業務|顧問|專員|經理|主任|老師|公司|人壽/u
const PLACEHOLDER = '⟦姓名⟧'

/** @returns names by which people introduce themselves: "我是安禾人壽的陳安" holds 陳安. */
function findIntroduced(texts: readonly string[]): string[] {
  return texts.flatMap((text) =>
    [...text.matchAll(INTRODUCTION)]
      .map((match) => match[1]!)
      .filter((name) => name.length >= 2 && !NO_NAMES.test(name)),
  )
}

/** A name and, of a name of three, its given part, by which people are called. */
function listForms(name: string): string[] {
  const plain = name.trim()
  if (plain.length < 2) return []
  return /^[\u4e00-\u9fff]{3,4}$/u.test(plain) ? [plain, plain.slice(-2)] : [plain]
}

/**
 * Puts a placeholder in the place of people's names: those that are known, and those by which the trainee introduces themselves.
 * Names of the invented clients stay; a name that is neither known nor introduced is not found.
 *
 * @param known names of real people in these texts.
 * @param own texts of the person who may introduce themselves.
 * @param kept names that stay although they look alike, e.g. the client's.
 */
export function createNameMask(
  known: readonly string[],
  own: readonly string[],
  kept: readonly string[],
): (text: string) => string {
  const forms = [...known.flatMap(listForms), ...findIntroduced(own)]
  const names = [...new Set(forms)]
    .filter((name) => !kept.some((one) => one.includes(name)))
    .sort((a, b) => b.length - a.length)
  return (text) => names.reduce((masked, name) => masked.replaceAll(name, PLACEHOLDER), text)
}
