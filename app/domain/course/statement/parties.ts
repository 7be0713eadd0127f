/** Who acts in insurance law and in our texts, by the words for them; the longest word at a place is meant. */
const WORDS = {
  insured: ['被保險人'],
  applicant: ['要保人'],
  beneficiary: ['受益人'],
  insurer: ['保險人', '保險業', '保險公司', '壽險公司', '本公司', '公司'],
  agent: ['保險業務員', '業務員', '業務人員', '招攬人員', '從業人員', '你們', '你', '妳', '我們'],
  firm: ['所屬公司'],
  broker: ['保險經紀人公司', '保險經紀人', '經紀人公司', '經紀人'],
  agency: ['保險代理人公司', '保險代理人', '代理人公司', '代理人'],
  surveyor: ['保險公證人', '公證人'],
  client: ['客戶', '消費者', '金融消費者', '保戶'],
  provider: ['金融服務業', '金融機構'],
  ombudsman: ['爭議處理機構', '評議中心'],
  authority: ['主管機關', '金管會'],
  settlor: ['委託人'],
  trustee: ['受託人'],
  bank: ['銀行'],
} as const

export type Party = keyof typeof WORDS

const PARTY_OF = new Map(
  Object.entries(WORDS).flatMap(([party, words]) => words.map((word) => [word as string, party as Party] as const)),
)
const PARTY = new RegExp([...PARTY_OF.keys()].sort((a, b) => b.length - a.length).join('|'), 'gu')

/** Every party that a text names, in its order, with its place. */
export function listParties(text: string): { party: Party; at: number; length: number }[] {
  return [...text.matchAll(PARTY)].map(({ 0: word, index }) => ({
    party: PARTY_OF.get(word)!,
    at: index,
    length: word.length,
  }))
}

/** Others who may be put into a rule that does not name them: only whether the passage names one of their kind counts, not their order. */
const OTHERS: readonly RegExp[] = [
  /配偶|先生|太太|丈夫|妻子|老公|老婆/u,
  /子女|孩子|小孩|兒女|兒子|女兒|未成年人/u,
  /父母|爸媽|爸爸|媽媽|雙親|父、母/u,
  /家屬|家人|親屬|親友|親戚/u,
  /繼承人/u,
  /法定代理人|監護人|輔助人/u,
  /醫[師生]|醫療機構|醫院|診所/u,
  /法院|法官|檢察官|警察|警方/u,
  /律師|公證人|見證人|會計師/u,
  /雇主|投保單位|主管(?!機關)|同事/u,
  /保證人|債務人|債權人/u,
  /政府|衛生福利部|財政部|國稅局|勞保局|健保署|保險局/u,
  /公會|同業公會|安定基金/u,
  /核保人員|理賠人員|客服(?:人員)?|總公司|分公司/u,
]

/** Whether a text names somebody of whose kind the passage names nobody. */
export const namesOther = (text: string, there: string) => OTHERS.some((kind) => kind.test(text) && !kind.test(there))

/** 客戶 may stand for the one who applies for the policy, never for the one who is insured. */
export function readClient(party: Party, named: ReadonlySet<Party>): Party {
  return party === 'client' && !named.has('client') && named.has('applicant') ? 'applicant' : party
}
