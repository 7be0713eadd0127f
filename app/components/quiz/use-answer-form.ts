import { useNavigate, useRevalidator } from '@remix-run/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ItemResponse, ItemType } from '~/domain/quiz/item'
import { forgetAnswerDraft, keepAnswerDraft, restoreAnswerDraft } from './answer-draft'
import { isEmptyResponse, readResponse } from './read-response'
import { type SaveOutcome, saveAnswer } from './save-answer'
import type { PlayerView } from './view-types'

export type SaveState = 'untouched' | 'restored' | 'saving' | SaveOutcome | 'empty'

const TYPING_PAUSE_MS = 700

type AnswerFormPlaces = {
  /** The address of this question. */
  hereHref: string
  /** Where an exam goes on after it. */
  nextHref: string
  /** Called with whether there is an answer now: in an exam it can be taken back. */
  onStored: (isAnswered: boolean) => void
}
type Answer = { response: ItemResponse; isEmpty: boolean }

function readAnswer(type: ItemType, element: HTMLFormElement): Answer {
  const form = new FormData(element)
  const response = readResponse(type, form)
  return { response, isEmpty: isEmptyResponse(response, form) }
}

const isTyped = (target: EventTarget) =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')

/**
 * Takes over the form of a question: in an exam every change is stored at once, in practice the press of the button is. Without a script the form is sent as it is.
 *
 * Answers go out one after the other, so that the last one wins.
 */
export function useAnswerForm(player: PlayerView, { hereHref, nextHref, onStored }: AnswerFormPlaces) {
  const { attemptId, question, mode } = player
  const isExam = mode === 'exam'
  const [state, setState] = useState<SaveState>('untouched')
  const formRef = useRef<HTMLFormElement>(null)
  const answer = useRef<Answer | null>(null)
  /** Counts changes, and those that are stored: an answer that is on its way may be out of date when it arrives. */
  const changes = useRef(0)
  const stored = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const queue = useRef<Promise<SaveState>>(Promise.resolve('untouched'))
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()

  const note = () => {
    if (!formRef.current) return
    changes.current++
    answer.current = readAnswer(question.type, formRef.current)
  }

  const sendLatest = async (): Promise<SaveState> => {
    const [latest, sending] = [answer.current, changes.current]
    if (!latest || sending === stored.current) return 'stored'
    // In an exam an answer can be taken back; what never was one is not sent.
    const canClear = isExam && (stored.current > 0 || player.answered[player.position] === true)
    if (latest.isEmpty && !canClear) {
      setState('empty')
      return 'empty'
    }
    setState('saving')
    const outcome = await saveAnswer(attemptId, question.itemId, latest.response)
    setState(outcome)
    if (outcome === 'stored') {
      stored.current = sending
      onStored(!latest.isEmpty)
    }
    // What is typed while an answer is on its way is a draft again.
    if (sending === changes.current && outcome !== 'failed') forgetAnswerDraft(attemptId, question.itemId)
    // An attempt that has ended shows its result.
    if (outcome === 'ended') revalidate()
    return outcome
  }

  const sendNow = (): Promise<SaveState> => {
    clearTimeout(timer.current)
    queue.current = queue.current.then(sendLatest)
    return queue.current
  }

  useEffect(() => {
    if (!formRef.current || !restoreAnswerDraft(attemptId, question.itemId, formRef.current)) return
    changes.current++
    answer.current = readAnswer(question.type, formRef.current)
    setState('restored')
  }, [attemptId, question.itemId, question.type])

  // Whoever goes to another question right after typing loses nothing.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      const latest = answer.current
      if (isExam && latest && !latest.isEmpty && changes.current !== stored.current)
        void queue.current.then(() => saveAnswer(attemptId, question.itemId, latest.response))
    },
    [attemptId, question.itemId, isExam],
  )

  const onChange = (event: FormEvent<HTMLFormElement>) => {
    note()
    if (formRef.current) keepAnswerDraft(attemptId, question.itemId, formRef.current)
    if (!isExam) return setState('untouched')
    clearTimeout(timer.current)
    timer.current = setTimeout(sendNow, isTyped(event.target) ? TYPING_PAUSE_MS : 0)
  }

  const onBlur = () => {
    if (isExam && changes.current !== stored.current) void sendNow()
  }

  const onMoved = () => {
    note()
    if (isExam) void sendNow()
  }

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // An order is an answer even where nothing was moved.
    if (!isExam || question.type === 'ordering') note()
    const outcome = await sendNow()
    if (outcome === 'failed' || outcome === 'refused' || outcome === 'ended') return
    if (isExam) navigate(nextHref)
    // By its own address: without one the page would already show the next question.
    else if (outcome === 'stored') navigate(hereHref, { replace: true, preventScrollReset: true })
  }

  return { formRef, state, onChange, onBlur, onSubmit, onMoved }
}
