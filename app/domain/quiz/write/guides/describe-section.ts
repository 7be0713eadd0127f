import type { Dimension } from '../../../shared/observation'
import { type GuideSection, quote } from './read-guide'

/** How the labelled lines of a section are asked for, by its heading; the last one fits any. */
type Form = {
  heading: RegExp
  match: (section: GuideSection) => string
  name: (body: string, section: GuideSection) => string
}

const FORMS: readonly Form[] = [
  {
    heading: /用語|名詞/u,
    match: () => '請把保險用語和它的白話說法配起來。',
    name: (body) => `${quote(body)}用白話說的是哪一個保險用語？`,
  },
  {
    heading: /不同的客戶|單身|新住民/u,
    match: ({ heading }) => `客戶不同，做法也不同（${heading}）。請把客戶和適合的做法配起來。`,
    name: (body) => `面對哪一種客戶，要特別注意${quote(body)}？`,
  },
  {
    heading: /非問不可|方向$/u,
    match: () => '需求探索有幾個非問不可的方向。請把方向和問法配起來。',
    name: (body) => `業務員問客戶：${quote(body)}這是在了解哪一個方向？`,
  },
  {
    heading: /核保可能的結果/u,
    match: () => '請把核保可能的結果和它的意思配起來。',
    name: (body) => `送件以後，核保的結果是${quote(body)}，這叫做什麼？`,
  },
  {
    heading: /依商品要揭露/u,
    match: () => '不同商品，風險揭露的重點不同。請把商品和要揭露的重點配起來。',
    name: (body) => `風險揭露的重點是${quote(body)}，這是哪一類商品？`,
  },
  {
    heading: /警覺/u,
    match: () => '長輩要解約或匯款時，請把詐騙的警訊和它的樣子配起來。',
    name: (body) => `長輩的情形是${quote(body)}，這屬於哪一種詐騙警訊？`,
  },
  {
    heading: /不賣也是/u,
    match: () => '有些情況不賣才是好結果。請把客戶的情況和建議配起來。',
    name: (body) => `客戶是哪一種情況時，建議是${quote(body)}？`,
  },
  {
    heading: /先想其他路/u,
    match: () => '客戶想動舊保單時，請把他的情況和可以先想的路配起來。',
    name: (body) => `想動舊保單的客戶是哪一種情況時，可以先想${quote(body)}？`,
  },
  {
    heading: /四個步驟/u,
    match: () => '處理異議有四個步驟。請把步驟和做法配起來。',
    name: (body) => `處理異議時，${quote(body)}是哪一個步驟？`,
  },
  {
    heading: /開場的.*動作/u,
    match: () => '請把開場的動作和正確的做法配起來。',
    name: (body) => `${quote(body)}說的是開場的哪一個動作？`,
  },
  {
    heading: /要避免的回應/u,
    match: () => '請把要避免的回應和它的例子配起來。',
    name: (body) => `${body.startsWith('「') ? `客戶一提出擔心，業務員就說${body}` : body}，這是哪一種要避免的回應？`,
  },
  {
    heading: /溝通的順序/u,
    match: () => '懷疑長輩遇到詐騙時，請把溝通的步驟和說法配起來。',
    name: (body) => `懷疑長輩遇到詐騙時，${body.startsWith('「') ? '業務員說' : ''}${quote(body)}這是溝通的哪一步？`,
  },
  {
    heading: /總結的寫法/u,
    match: () => '收尾時的總結有四句話。請把每一句的作用和例句配起來。',
    name: (body) => `收尾總結的四句話裡，${quote(body)}說的是哪一句？`,
  },
  {
    heading: /誤解/u,
    match: ({ title }) => `${title}：請把客戶常見的誤解和正確的說明配起來。`,
    name: (body, { heading }) => `${quote(body)}是在回應「${heading}」裡的哪一種說法？`,
  },
  {
    heading: /電話和地點/u,
    match: () => '懷疑長輩遇到詐騙時，請把可以找的人或電話和用途配起來。',
    name: (body) => `懷疑長輩遇到詐騙時，${quote(body)}說的是找誰？`,
  },
  {
    heading: /第一句就要回/u,
    match: () => '客戶問了問題，請把問題的種類和回答的方法配起來。',
    name: (body) => `${quote(body)}是對哪一種問題的回答方法？`,
  },
  {
    heading: /開場毛病/u,
    match: () => '請把常見的開場毛病和它的後果配起來。',
    name: (body) => `${quote(body)}是哪一種開場毛病的後果？`,
  },
  {
    heading: /比較新舊/u,
    match: () => '比較新舊保單，只比同樣的東西。請把比較的項目和要注意的地方配起來。',
    name: (body) => `比較新舊保單時，${quote(body)}說的是哪一項要相同？`,
  },
  {
    heading: /./u,
    match: ({ title, heading }) => `依指引「${title}」，請把「${heading}」的項目和內容配起來。`,
    name: (body, { heading }) => `${quote(body)}說的是「${heading}」裡的哪一項？`,
  },
]

/** @returns how to ask for the labelled lines of a section. */
export function findForm(section: GuideSection): Form {
  return FORMS.find((one) => one.heading.test(section.heading)) ?? FORMS.at(-1)!
}

const DIMENSIONS_OF: readonly [RegExp, Dimension][] = [
  [/開場|表明身分/u, 'opening'],
  [/需求|探索/u, 'discovery'],
  [/傾聽|同理/u, 'listening'],
  [/異議/u, 'objection'],
  [/促成/u, 'closing'],
  [/白話|講懂/u, 'explanation'],
  [/風險|外幣|轉保|舊保單|告知|適合/u, 'disclosure'],
  [/65 歲|長輩|詐/u, 'compliance'],
]

/** @returns the skill of a talk that a guide is about; null for one about something else. */
export function findDimension({ title }: GuideSection): Dimension | null {
  return DIMENSIONS_OF.find(([words]) => words.test(title))?.[1] ?? null
}
