// The page of a SCORM package. Runs in a learning platform's frame, alone with the package's files.
;(() => {
  const data = JSON.parse(document.getElementById('package-data').textContent)
  const begin = Date.now()

  // ---- the platform's side (SCORM 1.2: API; SCORM 2004: API_1484_11), found as the standard says: upwards, then the opener

  const is2004 = data.version === '2004'
  const apiName = is2004 ? 'API_1484_11' : 'API'
  const MOST_FRAMES = 50
  function findUpwards(start) {
    let at = start
    for (let i = 0; at && i < MOST_FRAMES; i++) {
      try {
        if (at[apiName]) return at[apiName]
        if (at.parent === at) return null
        at = at.parent
      } catch {
        // A frame of another site above us.
        return null
      }
    }
    return null
  }
  const api = findUpwards(window) || (window.opener ? findUpwards(window.opener) : null)
  const call = (name, ...values) => (api ? api[(is2004 ? '' : 'LMS') + name](...values) : '')
  const NAMES = {
    place: ['cmi.core.lesson_location', 'cmi.location'],
    memory: ['cmi.suspend_data', 'cmi.suspend_data'],
    raw: ['cmi.core.score.raw', 'cmi.score.raw'],
    min: ['cmi.core.score.min', 'cmi.score.min'],
    max: ['cmi.core.score.max', 'cmi.score.max'],
    time: ['cmi.core.session_time', 'cmi.session_time'],
    exit: ['cmi.core.exit', 'cmi.exit'],
  }
  const nameOf = (key) => NAMES[key][is2004 ? 1 : 0]
  const set = (key, value) => call('SetValue', nameOf(key), String(value))

  function formatTime(ms) {
    const seconds = Math.round(ms / 1000)
    if (is2004) return `PT${seconds}S`
    const two = (n) => String(n).padStart(2, '0')
    return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  }

  function reportScore(percent) {
    set('min', 0)
    set('max', 100)
    set('raw', percent)
    if (is2004) call('SetValue', 'cmi.score.scaled', String(percent / 100))
  }
  const verdictOf = (passed) => (passed ? 'passed' : 'failed')

  /** @param passed null: nothing that could be passed; then completion is all. */
  function report(percent, isComplete, passed) {
    if (percent !== null) reportScore(percent)
    const completion = isComplete ? 'completed' : 'incomplete'
    const verdict = isComplete && passed !== null ? verdictOf(passed) : null
    // SCORM 1.2 has one status for both.
    if (!is2004) call('SetValue', 'cmi.core.lesson_status', verdict || completion)
    else {
      call('SetValue', 'cmi.completion_status', completion)
      if (verdict) call('SetValue', 'cmi.success_status', verdict)
    }
    call('Commit', '')
  }

  let isOpen = false
  function open() {
    isOpen = String(call('Initialize', '')) === 'true'
  }
  function close() {
    if (!isOpen) return
    isOpen = false
    set('time', formatTime(Date.now() - begin))
    set('exit', 'suspend')
    call('Commit', '')
    call(is2004 ? 'Terminate' : 'Finish', '')
  }
  window.addEventListener('pagehide', close)
  window.addEventListener('beforeunload', close)
  open()

  window.duilianPackage = {
    data,
    report,
    set,
    get: (key) => String(call('GetValue', nameOf(key)) || ''),
    isOpen: () => isOpen,
  }
})()
