import type { SeededRandom } from '../../../shared/seeded-random'
import { findQuantities } from './find-quantities'
import type { Statement } from './read-law'
import { listLikelyRivals } from './roles'
import { varyQuantity } from './vary-quantity'

/** A statement with exactly one thing changed, so that it is false. `reason` says what the law says instead. */
export type Alteration = { kind: 'number' | 'role' | 'term' | 'modality' | 'effect'; text: string; reason: string }

/**
 * @returns ways to make a rule false, at most one of each kind. That something may be done instead of must be done is not turned: it tests one character.
 * @param articleText text of its article. @param lawText of the whole law.
 */
export function alterStatement(
  { text, proviso }: Statement,
  articleText: string,
  lawText: string,
  random: SeededRandom,
): Alteration[] {
  return [
    alterNumber(text, articleText, random),
    alterRole(text, articleText, lawText, random),
    alterEffect(text),
    alterTerm(text),
    // The exception would make the turned rule true.
    proviso === '' ? alterModality(text) : null,
  ].filter((one) => one !== null)
}

function alterNumber(text: string, articleText: string, random: SeededRandom): Alteration | null {
  const quantities = findQuantities(text).filter((one) => one.unit !== 'percent' || one.values[0] !== 100)
  if (quantities.length === 0) return null
  const quantity = random.pick(quantities)
  if (quantities.some((one) => one !== quantity && one.text === quantity.text)) return null
  const [wrong] = varyQuantity(quantity, articleText, 1, random)
  if (wrong === undefined) return null
  const altered = `${text.slice(0, quantity.start)}${wrong}${text.slice(quantity.end)}`
  return { kind: 'number', text: altered, reason: `法條規定是「${quantity.text}」，不是「${wrong}」。` }
}

/** Places where a role decides the rule: who bears, to whom notice goes, whose consent is needed, and who may or must. */
const ROLE_PLACES: readonly RegExp[] = [
  /(?<=由)(被保險人|要保人|受益人|保險人|所屬公司|業務員|金融消費者|金融服務業|爭議處理機構|委託人|受託人)(?=[負承自支])/u,
  /(?<=經)(被保險人|要保人|受益人|委託人|受託人|金融消費者|當事人)(?=之?(?:書面)?同意|以?書面)/u,
  /(?<=[向知]|通知)(保險人|要保人|被保險人|受益人|爭議處理機構|金融服務業|委託人|受託人)(?=$|申請|請求|提出|為|返還|借款)/u,
  /(?<=^|，)(保險人|要保人|被保險人|受益人|業務員|所屬公司|金融消費者|爭議處理機構|委託人|受託人)(?=得|應|負|有)/u,
]

function alterRole(text: string, articleText: string, lawText: string, random: SeededRandom): Alteration | null {
  for (const place of ROLE_PLACES) {
    const found = place.exec(text)
    if (!found) continue
    const role = found[1]!
    // 要保人或被保險人 is one subject: half of it must not be changed. A role that is named twice would be changed in one place only.
    const before = text.slice(Math.max(0, found.index - 1), found.index)
    if (/[或及與、]/u.test(before) || text.split(role).length > 2) continue
    const after = text.slice(found.index + role.length)
    // 保險人 stands inside 被保險人: the role itself is out of sight while its rivals are looked for.
    const elsewhere = articleText.replaceAll(role, '＿')
    const rivals = listLikelyRivals(role, lawText).filter(
      (one) =>
        one !== '信託監察人' &&
        !text.replace(role, '').includes(one) &&
        !articleText.includes(`${one}或${role}`) &&
        !elsewhere.includes(`${one}${after.slice(0, 3)}`),
    )
    if (rivals.length === 0) continue
    const rival = random.pick(rivals)
    const altered = `${text.slice(0, found.index)}${rival}${after}`
    return { kind: 'role', text: altered, reason: `法條規定的是「${role}」，不是「${rival}」。` }
  }
  return null
}

/** Legal effects that learners mix up. */
const EFFECTS: readonly [RegExp, string, string][] = [
  [/契約無效$/u, '契約無效', '契約仍為有效'],
  [/約定無效$/u, '約定無效', '約定仍為有效'],
  [/得解除契約$/u, '得解除契約', '不得解除契約'],
  [/契約即為終止$/u, '契約即為終止', '契約仍繼續有效'],
  [/仍繼續有效$|契約繼續有效$/u, '繼續有效', '失其效力'],
  [/效力停止$/u, '效力停止', '即為終止'],
  [/不生效力$/u, '不生效力', '仍生效力'],
  [/視為承諾$/u, '視為承諾', '視為拒絕'],
  [/視為拒絕$/u, '視為拒絕', '視為承諾'],
  [/視為同意/u, '視為同意', '視為不同意'],
  [/失其效力$/u, '失其效力', '繼續有效'],
  [/不因之而失效$/u, '不因之而失效', '即因之而失效'],
]

function alterEffect(text: string): Alteration | null {
  for (const [pattern, right, wrong] of EFFECTS) {
    if (!pattern.test(text)) continue
    const at = text.lastIndexOf(right)
    const altered = `${text.slice(0, at)}${wrong}${text.slice(at + right.length)}`.replace('仍失其', '失其')
    return { kind: 'effect', text: altered, reason: `法條規定是「${right}」，不是「${wrong}」。` }
  }
  return null
}

/** Terms of the law that learners mix up, each with what it is taken for. */
const TERMS: readonly [RegExp, string][] = [
  [/(?<=主管機關)備查/gu, '核准'],
  [/(?<=應|，)經主管機關(?:許可|核准)(?=，|$|始)/gu, '報主管機關備查'],
  [/僅得擇一(?=申領|擔任|登錄)/gu, '得同時'],
  [/得同時(?=申領|擔任)/gu, '僅得擇一'],
  [/仍構成/gu, '不構成'],
  [/不構成/gu, '仍構成'],
  [/仍屬/gu, '不屬於'],
  [/以過半數決之/gu, '以全體一致決之'],
  [/(?<=報[^，]{0,6}主管機關)核准/gu, '備查'],
  [/(?<=得|不得)終止契約/gu, '解除契約'],
  [/(?<=得)解除契約/gu, '終止契約'],
  [/(?<=應|得)撤銷(?=其?業務員登錄|登錄|其登錄)/gu, '註銷'],
  [/(?<=以|應以)書面(?=通知|為之|向)/gu, '口頭'],
  [/(?<=法院)裁定(?=$|，)/gu, '判決'],
  [/(?<=處|科)罰鍰/gu, '罰金'],
  [/應?負連帶(?=責任|賠償責任|損害賠償責任|清償責任)/gu, '不負連帶'],
  [/過半數之同意/gu, '全體之同意'],
  [/(?<=契約)訂立前/gu, '訂立後'],
  [/每年(?!度)/gu, '每二年'],
  [/每月/gu, '每季'],
  [/每季/gu, '每半年'],
  [/每半年/gu, '每年'],
  [/(?<=經|提報?|報經|向|由)(?:董（理）事會|董事會)/gu, '股東會'],
  [/不得低於/gu, '不得高於'],
  [/不得少於/gu, '不得多於'],
  [/不得超過(?!必要)(?!.*超過)/gu, '不得低於'],
  // 不得逾二十年；逾二十年者，…: the second half would tell.
  [/不得逾(?!越|期)(?!.*逾)/gu, '不得少於'],
  [/(?<=之)次日起/gu, '當日起'],
  [/(?<=[年歲人月])以上(?!.*以[上下])(?<!以[上下].*)/gu, '以下'],
]

function alterTerm(text: string): Alteration | null {
  for (const [pattern, wrong] of TERMS) {
    const [found, another] = text.matchAll(pattern)
    if (!found || another || text.replace(found[0], '').includes(wrong)) continue
    const right = found[0]
    const altered = `${text.slice(0, found.index)}${wrong}${text.slice(found.index + right.length)}`
    return { kind: 'term', text: altered, reason: `法條規定是「${right}」，不是「${wrong}」。` }
  }
  return null
}

const SUBJECT_END =
  '(?<=^|，|人|者|業|時|機關|公司|機構|會|後|員|行|院|家|方|日|內|均|亦|並|責任|契約|費用|義務|保險費)'
const FORBIDDEN = new RegExp(`${SUBJECT_END}不得(?=[^，]{2,})`, 'gu')
/** A right of somebody, at the end of the rule: 保險人得請求返還. */
const ALLOWED = /(?<=人|者|業|公司|機構|，|方|均|亦|仍)得(?!不|以[^，]*為之$)(?=[^，；得]{4,}$)/gu
/** Whose right it is to act goes without saying. */
const AUTHORITY = /主管機關|法院得|政府|機關|檢察官|[應須]/u
/** Rights that a learner may well doubt. */
const DOUBTFUL =
  /終止|解除|撤銷|撤回|拋棄|拒絕|減少|扣除|抵銷|對抗|代位|轉讓|借款|兼|擇一|同時|展延|分割|停止|變更|取償|免|優先|直接|恢復|另行/u
const THRESHOLD = /^(?:低於|少於|超過|逾|高於|遲於|晚於|較)/u
/** Conduct that nobody takes for allowed. */
const PLAINLY_WRONG =
  /不當|不實|不正|虛偽|詐|歧視|誇大|錯誤|錯價|放佣|欺騙|隱匿|損害|妨[礙害]|規避|拒絕|違反|侵占|挪用|脅迫|利誘|無法|洩漏|抵觸|牴觸|侵害|偽造|損及|影響|無故|無正當|恣意|私自|收受|干擾|迴避|虛構|濫用|任何/u
/** Losses of which a learner may well think the other way. */
const LIABLE = /(?:應|(?<!應[^，]{0,12}))負(?=(?:損害)?賠償(?:之責|責任)$|償還之責$)/u
const NOT_LIABLE = /不負(?=[^，]{0,14}(?:責任|之責|之義務)$)/u

function alterModality(text: string): Alteration | null {
  const forbidden = [...text.matchAll(FORBIDDEN)]
  if (forbidden.length === 1 && !/非|未經|以外|除/u.test(text)) {
    const at = forbidden[0]!.index
    // 應交還…，不得留置: what is forbidden follows from the duty before it, and turned it makes no sense.
    const followsDuty = text[at - 1] === '，' && /應|須/u.test(text.slice(0, at))
    const rest = text.slice(at + 2).split(/[，；]/u)[0]!
    if (!followsDuty && !THRESHOLD.test(rest) && !PLAINLY_WRONG.test(text.slice(at)) && !/違反|違背/u.test(text))
      return turn(text, at, '不得', '得', rest)
  }
  const allowed = [...text.matchAll(ALLOWED)]
  if (forbidden.length === 0 && allowed.length === 1 && !AUTHORITY.test(text)) {
    const at = allowed[0]!.index
    const rest = text.slice(at + 1).split(/[，；]/u)[0]!
    // 仍得, 亦得: the word before belongs to the permission and would sound wrong before a prohibition.
    const stressed = /[仍亦]/u.test(text[at - 1]!) ? text[at - 1]! : ''
    if (stressed !== '') return turn(text, at - 1, `${stressed}得`, '不得', rest)
    if (DOUBTFUL.test(rest)) return turn(text, at, '得', '不得', rest)
  }
  const relieved = NOT_LIABLE.exec(text)
  if (relieved) return turn(text, relieved.index, '不負', '應負', text.slice(relieved.index + 2))
  const liable = /(?:戰爭|道德|過失|受僱人|必要行為|不可抗力)/u.test(text) ? LIABLE.exec(text) : null
  return liable === null
    ? null
    : turn(text, liable.index, liable[0], '不負', text.slice(liable.index + liable[0].length))
}

function turn(text: string, at: number, right: string, wrong: string, rest: string): Alteration {
  const altered = `${text.slice(0, at)}${wrong}${text.slice(at + right.length)}`
  const short = rest.length > 30 ? `${rest.slice(0, 30)}…` : rest
  return { kind: 'modality', text: altered, reason: `法條規定是「${right}${short}」，不是「${wrong}${short}」。` }
}
