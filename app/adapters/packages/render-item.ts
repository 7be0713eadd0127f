import { describeKey } from '~/domain/quiz/describe-key'
import type { ItemContent } from '~/domain/quiz/item'
import { escapeHtml } from './escape-html'

/** How the package's page marks an item; the key is in the package, as in every package that marks itself. */
export type PackagedItem =
  | { mark: 'choice'; isMultiple: boolean; keys: string[] }
  | { mark: 'words' | 'text'; accepted: readonly (readonly string[])[] }
  | { mark: 'selects'; keys: string[] }

type Rendered = { body: string; item: PackagedItem }

const EMPTY_OPTION = '<option value="">請選擇</option>'

const select = (label: string, values: readonly string[]) =>
  `<label>${escapeHtml(label)} <select aria-label="${escapeHtml(label)}">${EMPTY_OPTION}${values
    .map((value) => `<option>${escapeHtml(value)}</option>`)
    .join('')}</select></label>`

const input = (kind: string, name: string, value: string, text: string) =>
  `<label><input type="${kind}" name="${name}" value="${escapeHtml(value)}"> ${escapeHtml(text)}</label>`

/** In an order that tells nothing, the same every time. */
const sortTexts = (texts: readonly string[]) => [...new Set(texts)].sort((a, b) => a.localeCompare(b, 'zh-Hant'))

function renderChoice(content: Extract<ItemContent, { options: unknown }>, name: string): Rendered {
  const isMultiple = content.type === 'multiple'
  const options = content.options.map(({ id, text }) => input(isMultiple ? 'checkbox' : 'radio', name, id, text))
  const keys = content.options.filter((option) => option.isKey).map((option) => option.id)
  return { body: options.join('\n'), item: { mark: 'choice', isMultiple, keys } }
}

/** @param name unique on the page. */
export function renderItem(content: ItemContent, name: string): Rendered {
  switch (content.type) {
    case 'single':
    case 'multiple':
    case 'situation':
      return renderChoice(content, name)
    case 'true-false':
      return {
        body: `${input('radio', name, 'true', '對')}\n${input('radio', name, 'false', '錯')}`,
        item: { mark: 'choice', isMultiple: false, keys: [String(content.isTrue)] },
      }
    case 'cloze': {
      const boxes = content.blanks.map((_, i) => `<label>第 ${i + 1} 格 <input type="text" autocomplete="off"></label>`)
      return { body: boxes.join('\n'), item: { mark: 'words', accepted: content.blanks.map((one) => one.accepted) } }
    }
    case 'short-answer':
      return {
        body: '<label>你的回答 <textarea rows="3"></textarea></label>',
        item: { mark: 'text', accepted: content.points.map((one) => one.accepted) },
      }
    case 'matching': {
      const rights = sortTexts([...content.pairs.map((pair) => pair.right), ...content.extraRights])
      return {
        body: content.pairs.map((pair) => select(pair.left, rights)).join('\n'),
        item: { mark: 'selects', keys: content.pairs.map((pair) => pair.right) },
      }
    }
    case 'ordering': {
      const steps = sortTexts(content.steps)
      return {
        body: content.steps.map((_, i) => select(`第 ${i + 1} 步`, steps)).join('\n'),
        item: { mark: 'selects', keys: [...content.steps] },
      }
    }
  }
}

/** The reasons of the options, the explanation and the sources: shown after marking. */
export function renderExplanation(content: ItemContent): string {
  const reasons =
    'options' in content
      ? content.options
          .filter((option) => option.reason !== '')
          .map((option) => `<li>${escapeHtml(option.text)}：${escapeHtml(option.reason)}</li>`)
      : []
  const key = describeKey(content)
  const sources = [...new Set(content.citations.map((one) => one.label))]
  return [
    `<p>答案：${escapeHtml(key)}</p>`,
    content.explanation === '' ? '' : `<p>${escapeHtml(content.explanation)}</p>`,
    reasons.length === 0 ? '' : `<ul>${reasons.join('')}</ul>`,
    sources.length === 0 ? '' : `<p class="cite">出處：${escapeHtml(sources.join('、'))}</p>`,
  ].join('')
}
