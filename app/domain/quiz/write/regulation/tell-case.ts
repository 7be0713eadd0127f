import type { SeededRandom } from '../../../shared/seeded-random'
import { findLeadingActor } from './roles'

const PERSONS = '要保人|被保險人|受益人|業務員|受託人|委託人|金融消費者|消費者(?!保護)|納稅義務人|承租人|勞工'
const CASE = new RegExp(`^(${PERSONS})([^應得，]{3,}(?:，[^應得，]{3,})?)(?:者|時)，(?=.{8,})`, 'u')
/** What is told of more than one case, or of somebody in passing, is no case of one person. */
const NO_CASE = /^[之、或及與於對為均亦死中所會如自提租有]|者|但|或|及其|、|除|其(?!他)|不得|未|有數人|[一二三]人以上/u
const NAMES = ['王先生', '林小姐', '陳先生', '張小姐', '李先生', '黃小姐'] as const

/**
 * Tells the case of a rule as something that happened to somebody: 要保人終止保險契約，而保險費已付足一年以上者，… becomes
 * 要保人王先生終止保險契約，而保險費已付足一年以上。
 *
 * @returns the case as a sentence and how many characters of the rule it took; null for a rule that tells no single person's case.
 */
export function tellCase(text: string, random: SeededRandom): { told: string; length: number } | null {
  const [whole, person, happened] = CASE.exec(text) ?? []
  if (whole === undefined || NO_CASE.test(happened!)) return null
  // What follows must name its own subject, for the case has become a sentence.
  if (findLeadingActor(text.slice(whole.length)) === null) return null
  return { told: `${person}${random.pick(NAMES)}${happened}。`, length: whole.length }
}
