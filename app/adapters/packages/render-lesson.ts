import type { CitedText, Lesson, LessonBlock } from '~/domain/course/course'
import { hasModelText } from '~/domain/course/has-model-text'
import type { PackagedQuiz } from '~/domain/course/package-ports'
import { escapeHtml } from './escape-html'
import { renderExplanation, renderItem } from './render-item'

const paragraphs = (text: string) =>
  text
    .split(/\n+/u)
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')

function cite(citations: CitedText['citations']): string {
  const labels = [...new Set(citations.map((one) => one.label))]
  return labels.length === 0 ? '' : ` <span class="cite">（${escapeHtml(labels.join('、'))}）</span>`
}

const cited = ({ text, citations }: CitedText) => `<li>${escapeHtml(text)}${cite(citations)}</li>`

type BlockOf<K extends LessonBlock['kind']> = Extract<LessonBlock, { kind: K }>

function renderTable({ caption, head, rows, citations }: BlockOf<'table'>): string {
  const cells = (row: readonly string[], tag: 'th' | 'td') =>
    `<tr>${row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`
  return `<div class="scroll"><table><caption>${escapeHtml(caption)}${cite(citations)}</caption><thead>${cells(head, 'th')}</thead><tbody>${rows.map((row) => cells(row, 'td')).join('')}</tbody></table></div>`
}

function renderDialogue({ title, lines, comment, quality, source }: BlockOf<'dialogue'>): string {
  const shown = lines.map(({ who, text, total }) => {
    const name = who === 'client' ? '客戶' : '業務員'
    const points = total === null ? '' : ` <span class="cite">${total} 分</span>`
    return `<div class="line ${who}"><strong>${name}</strong>${points}${paragraphs(text)}</div>`
  })
  const kind = quality === 'good' ? '好的示範' : '要避免的示範'
  const origin = source === 'talk' ? '出自真實對練，已去識別' : '示範對話'
  return `<h3>${kind}：${escapeHtml(title)}</h3>${shown.join('')}${paragraphs(comment)}<p class="cite">${origin}</p>`
}

function renderMistakes({ mistakes }: BlockOf<'mistakes'>): string {
  const entries = mistakes.map(({ title, why, instead, count, talks }) => {
    const often = count === null ? '' : `<p class="cite">最近 ${talks} 場裡有 ${count} 場</p>`
    return `<li><strong>${escapeHtml(title)}</strong>${often}<p>${escapeHtml(why.text)}${cite(why.citations)}</p><p>可以改成：${escapeHtml(instead)}</p></li>`
  })
  return `<h3>常見的失誤</h3><ul>${entries.join('')}</ul>`
}

function renderQuiz(quizId: string, quiz: PackagedQuiz): string {
  const items = quiz.items.map(({ itemId, content }, i) => {
    const { body } = renderItem(content, `${quizId}-${i}`)
    const scene =
      content.type === 'situation'
        ? `${paragraphs(content.situation)}<div class="line client"><strong>客戶</strong>${paragraphs(content.clientSays)}</div>`
        : ''
    return `<fieldset data-item="${escapeHtml(itemId)}"><legend>${i + 1}. ${escapeHtml(content.stem)}</legend>${scene}${body}<div data-result hidden><strong></strong>${renderExplanation(content)}</div></fieldset>`
  })
  return `<h3>${escapeHtml(quiz.title)}</h3><p>${quiz.passPercent} 分通過。</p><form data-quiz="${escapeHtml(quizId)}">${items.join('\n')}<button class="primary">交卷</button> <strong data-summary tabindex="-1" role="status"></strong></form>`
}

function renderBlock(block: LessonBlock, quizzes: ReadonlyMap<string, PackagedQuiz>): string {
  switch (block.kind) {
    case 'key-points':
      return `<h3>${block.role === 'introduction' ? '這一課在講什麼' : '重點'}</h3><ul>${block.points.map(cited).join('')}</ul>`
    case 'table':
      return renderTable(block)
    case 'dialogue':
      return renderDialogue(block)
    case 'mistakes':
      return renderMistakes(block)
    case 'checklist':
      return `<h3>檢核表</h3><ul>${block.entries.map(cited).join('')}</ul>`
    case 'quiz': {
      const quiz = quizzes.get(block.quizId)
      return quiz ? renderQuiz(block.quizId, quiz) : ''
    }
  }
}

/** A lesson as a section of the package's page; every word of it is escaped. */
export function renderLesson(lesson: Lesson, quizzes: ReadonlyMap<string, PackagedQuiz>): string {
  const goals = `<ul>${lesson.goals.map((goal) => `<li>${escapeHtml(goal)}</li>`).join('')}</ul>`
  const blocks = lesson.blocks.map((block) => renderBlock(block, quizzes)).join('\n')
  const byModel = hasModelText([lesson]) ? '<p class="cite">部分重點由語言模型改寫，逐句對過引用的原文。</p>' : ''
  return `<section data-lesson="${lesson.id}" hidden><h2 tabindex="-1">${escapeHtml(lesson.title)}</h2><h3>這一課要學會</h3>${goals}${blocks}${byModel}<p><button type="button" class="primary" data-done>讀完這一課</button></p></section>`
}
