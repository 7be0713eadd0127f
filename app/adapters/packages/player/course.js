// A course: lessons one at a time, their quizzes marked here, place and answers kept by the platform.
;(() => {
  const { data, report, set, get } = window.duilianPackage
  const lessons = [...document.querySelectorAll('[data-lesson]')]
  const memory = readMemory()

  /** `d` lessons read, `q` best points of each quiz (0 to 1); small, because SCORM 1.2 keeps 4,096 letters only. */
  function readMemory() {
    try {
      const kept = JSON.parse(get('memory'))
      return { d: kept.d || [], q: kept.q || {} }
    } catch {
      return { d: [], q: {} }
    }
  }

  function tell() {
    const quizzes = data.quizzes
    const done = quizzes.filter((quiz) => memory.q[quiz.id] !== undefined)
    const sum = done.reduce((total, quiz) => total + memory.q[quiz.id] * quiz.items.length, 0)
    const count = quizzes.reduce((total, quiz) => total + quiz.items.length, 0)
    const isPassed = (quiz) => (memory.q[quiz.id] || 0) * 100 >= quiz.passPercent
    // The rule of compute-completion.ts: all lessons read, all quizzes passed. What is failed can be tried again.
    const isComplete = memory.d.length === lessons.length && done.length === quizzes.length && quizzes.every(isPassed)
    const percent = count === 0 ? (isComplete ? 100 : null) : Math.round((sum / count) * 100)
    const passed = quizzes.length === 0 ? null : quizzes.every(isPassed)
    set('memory', JSON.stringify(memory))
    report(percent, isComplete, passed)
    document.getElementById('progress').textContent =
      `已讀 ${memory.d.length} / ${lessons.length} 課${percent === null ? '' : `，測驗 ${percent} 分`}`
  }

  function show(at) {
    for (const [i, lesson] of lessons.entries()) lesson.hidden = i !== at
    for (const [i, link] of [...document.querySelectorAll('[data-go]')].entries()) {
      if (i === at) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    }
    set('place', at)
    const heading = lessons[at].querySelector('h2')
    heading.focus()
    window.scrollTo(0, 0)
  }

  for (const [at, link] of [...document.querySelectorAll('[data-go]')].entries())
    link.addEventListener('click', () => show(at))
  for (const [at, button] of [...document.querySelectorAll('[data-done]')].entries())
    button.addEventListener('click', () => {
      if (!memory.d.includes(at)) memory.d.push(at)
      tell()
      if (at + 1 < lessons.length) show(at + 1)
      else button.textContent = '讀完了'
    })

  // ---- quizzes

  const plain = (text) =>
    String(text)
      .normalize('NFKC')
      .replace(/[\s,，。]/gu, '')
      .toLowerCase()
  const MARKS = {
    choice: (item, box) => {
      const chosen = [...box.querySelectorAll('input:checked')].map((input) => input.value)
      if (!item.isMultiple) return item.keys.includes(chosen[0]) ? 1 : 0
      const right = chosen.filter((id) => item.keys.includes(id)).length
      return Math.max(0, right - (chosen.length - right)) / item.keys.length
    },
    words: (item, box) => {
      const typed = [...box.querySelectorAll('input')].map((input) => plain(input.value))
      const hits = item.accepted.filter((some, i) => some.some((word) => plain(word) === typed[i]))
      return hits.length / item.accepted.length
    },
    text: (item, box) => {
      const typed = plain(box.querySelector('textarea').value)
      return (
        item.accepted.filter((some) => some.some((word) => typed.includes(plain(word)))).length / item.accepted.length
      )
    },
    selects: (item, box) => {
      const chosen = [...box.querySelectorAll('select')].map((select) => select.value)
      return item.keys.filter((key, i) => key === chosen[i]).length / item.keys.length
    },
  }

  for (const form of document.querySelectorAll('form[data-quiz]')) {
    const quiz = data.quizzes.find((one) => one.id === form.dataset.quiz)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      let points = 0
      for (const [i, box] of [...form.querySelectorAll('[data-item]')].entries()) {
        const item = quiz.items[i]
        const share = MARKS[item.mark](item, box)
        points += share
        const result = box.querySelector('[data-result]')
        result.hidden = false
        result.querySelector('strong').textContent = share === 1 ? '答對' : share === 0 ? '答錯' : '部分答對'
      }
      const share = points / quiz.items.length
      // A pass stays a pass, however the next try goes.
      memory.q[quiz.id] = Math.max(share, memory.q[quiz.id] || 0)
      const percent = Math.round(share * 100)
      const verdict = percent >= quiz.passPercent ? '通過' : `未達 ${quiz.passPercent} 分，可以再做一次`
      const summary = form.querySelector('[data-summary]')
      summary.textContent = `${percent} 分，${verdict}`
      summary.focus()
      tell()
    })
  }

  tell()
  show(Math.min(Number(get('place')) || 0, lessons.length - 1))
})()
