import type { Persona } from '../persona/persona-schema'
import type { TalkLine } from '../shared/observation'
import { CONCERN_NAMES, type Concern, type Topic } from '../shared/topics'
import { CONCERN_CUES, HONEST_DEFERRAL } from './concern-cues'
import { CONDITION, findQuestionClauses, type QuestionClause } from './find-question-clauses'
import { findQuestionKind, isOfKind, type QuestionKind } from './find-question-kind'
import { findTopics } from './find-topics'
import { isGoodbye, isMachineTalk, isNonsense } from './judge-manner'
import { buildPairs, type LetterPairs, measureContainment, measureLikeness } from './measure-likeness'
import { normaliseUtterance } from './normalise-utterance'

export type HeardQuestion = {
  kind: QuestionKind
  text: string
  topics: Topic[]
  /** Ids of hidden facts one of whose cue words is in the question. */
  cuedHidden: string[]
  /** The trainee asked nearly the same in an earlier turn. */
  isRepeat: boolean
}

export type Understanding = {
  questions: HeardQuestion[]
  /** Topics asked about, in order, without repeats. */
  topics: Topic[]
  concernsTouched: Concern[]
  isQuestion: boolean
  isGreeting: boolean
  isGoodbye: boolean
  /** Begins with a plain yes or no, which answers a question that asks for one. */
  isAssent: boolean
  isThanks: boolean
  isSmallTalk: boolean
  isTooShort: boolean
  isNonsense: boolean
  isMonologue: boolean
  isRepetition: boolean
  isMachineTalk: boolean
  addressesClient: boolean
}

export type UnderstandInput = {
  utterance: string
  persona: Persona
  hidden: readonly { id: string; cues: readonly string[] }[]
  talk: readonly TalkLine[]
}

/** More than this of one utterance is not listened to; nobody takes in more, and the work stays small. */
const HEARD_CHARACTERS = 1_200
const HEARD_QUESTIONS = 12
/** Nearly the same pairs of letters: the same thing said again. */
const REPEATED_FROM = 0.85
const ASKED_AGAIN_FROM = 0.8
/** Longer turns tire a listener; about 50 seconds of speech. */
const MONOLOGUE_CHARACTERS = 220

/**
 * Hears what a trainee's words ask and how they are made, beside what the Observer credits: the Director needs to know which fact
 * of the client to answer with. Pure and without memory; works on any input, however odd.
 */
export function understandUtterance(input: UnderstandInput): Understanding {
  const text = normaliseUtterance(input.utterance)
  const plain = removeAddress(text, input.persona)
  const earlier = input.talk
    .filter((line) => line.who === 'trainee')
    .map((line) => buildPairs(normaliseUtterance(line.text)))
  const clauses = findQuestionClauses(plain.slice(0, HEARD_CHARACTERS)).slice(0, HEARD_QUESTIONS)
  const questions = clauses.map((clause) => hearQuestion(clause, input, earlier))
  const pairs = buildPairs(text)
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '')
  return {
    questions,
    topics: [...new Set(questions.flatMap((question) => question.topics))],
    concernsTouched: findTouchedConcerns(plain),
    isQuestion: questions.length > 0,
    isGreeting: /(?:您|你|大家)好|早安|午安|晚安|哈囉|嗨|初次見面|打擾了|hello|hi\b/i.test(text.slice(0, 30)),
    isGoodbye: isGoodbye(text),
    isAssent:
      /^(?:好[，。！的啊喔]|可以|沒問題|當然|會[，。！的]|是的|對[，。！啊]|有[，。！的]|不會|不用|沒有|OK|沒關係|應該的|抱歉|不好意思)/i.test(
        text,
      ),
    isThanks: /謝謝|感謝|多謝|感恩|勞力/.test(text),
    isSmallTalk:
      /天氣|下雨|好熱|好冷|塞車|停車|好找|這裡(?:真|好)|裝潢|茶(?:真|很|好)|咖啡|吃飽|過年|連假|路上|環境|漂亮|好看|可愛|好香|整齊/.test(
        text,
      ) && letters.length <= 60,
    isTooShort: letters.length <= 4 && questions.length === 0 && !/[你您我]/.test(letters),
    isNonsense: isNonsense(text, letters),
    isMonologue: text.length > MONOLOGUE_CHARACTERS,
    isRepetition: letters.length >= 6 && earlier.some((line) => measureLikeness(line, pairs) >= REPEATED_FROM),
    isMachineTalk: isMachineTalk(text),
    addressesClient: text !== plain || /您|你/.test(text),
  }
}

/** The client's own name holds words that are cues elsewhere (先生, 老師), so it goes first. */
function removeAddress(text: string, persona: Persona): string {
  const surname = normaliseUtterance(persona.name).slice(0, 1)
  const forms = [persona.address, persona.name, persona.name.slice(1)]
    .map(normaliseUtterance)
    .filter((form) => form.length >= 2)
  const byName = forms.reduce((rest, form) => rest.split(form).join(''), text)
  return byName.replace(
    new RegExp(`${surname}(?:先生|小姐|太太|女士|老師|董|總|經理|老闆|姐|大哥|大姐|阿姨|伯伯|媽媽|醫師|工程師)`, 'g'),
    '',
  )
}

function hearQuestion(clause: QuestionClause, input: UnderstandInput, earlier: readonly LetterPairs[]): HeardQuestion {
  const own = findTopics(clause.text, input.persona)
  const isCheck = isOfKind('check', clause.text) && !/(?:您|你).{0,6}(?:文件|條款|合約)/.test(clause.text)
  const topics = isCheck ? [] : findClauseTopics(clause, own, input.persona)
  const whole = `${clause.context}${clause.text}`
  const cuedHidden = input.hidden
    .filter((fact) => fact.cues.some((cue) => whole.includes(normaliseUtterance(cue))))
    .map((fact) => fact.id)
  const kind = isCheck ? 'check' : findClauseKind(clause, topics, cuedHidden.length > 0)
  const isAboutClient = kind === 'topic'
  const asked = buildPairs(clause.text)
  return {
    kind,
    text: clause.text,
    topics: isAboutClient ? topics : [],
    cuedHidden: isAboutClient || kind === 'more' || kind === 'clarify-worry' ? cuedHidden : [],
    isRepeat: clause.text.length >= 4 && earlier.some((line) => measureContainment(asked, line) >= ASKED_AGAIN_FROM),
  }
}

/** 「您是怕用不到，還是怕麻煩？」 is understood as a whole where its last part alone is not. */
function findClauseKind(clause: QuestionClause, topics: readonly Topic[], isCued: boolean): QuestionKind {
  const hasTopic = topics.length > 0 || isCued
  const kind = findQuestionKind(clause.text, topics, hasTopic, clause.isMarked)
  return kind === 'unknown' ? findQuestionKind(`${clause.context}，${clause.text}`, topics, hasTopic, true) : kind
}

/** 「這樣可以嗎」 asks about what was just said, not about a topic that was named in it; bringing someone along is the exception. */
const TAG = /^(?:這樣|那樣|那|我們)?(?:可以|好|行|OK|方便|要得)(?:嗎|不|嘛|齁|否)/i

/** 「這樣您能接受嗎」 is about what the sentence puts on the client: money or risk. */
const ACCEPTABLE = /(?:可以|能夠?|能不能)(?:接受|負擔|承擔)/
const BURDENS = new Set<Topic>(['finance.budget', 'risk.tolerance'])

function findClauseTopics(clause: QuestionClause, own: Topic[], persona: Persona): Topic[] {
  const hasCondition = CONDITION.test(clause.context)
  if (own.length === 0 && ACCEPTABLE.test(clause.text))
    return findTopics(clause.sentence, persona).filter((topic) => BURDENS.has(topic))
  const isTag = TAG.test(clause.text)
  if (own.length > 0 && !hasCondition && !isTag) return own
  const all = findTopics(`${clause.context}${clause.text}`, persona)
  return isTag ? all.filter((topic) => topic === 'capacity.companion') : all
}

function findTouchedConcerns(text: string): Concern[] {
  const statements = text
    .split(/(?<=[。！？；\n])/)
    .filter((sentence) => !sentence.endsWith('？'))
    .join('')
  if (HONEST_DEFERRAL.test(statements)) return [...CONCERN_NAMES]
  return CONCERN_NAMES.filter((concern) => CONCERN_CUES[concern].test(statements))
}
