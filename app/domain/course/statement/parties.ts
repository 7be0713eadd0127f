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

/** 客戶 may stand for the one who applies for the policy, never for the one who is insured. */
export function readClient(party: Party, named: ReadonlySet<Party>): Party {
  return party === 'client' && !named.has('client') && named.has('applicant') ? 'applicant' : party
}
