// Opens a talk on the Duilian server in a window of its own and brings its result back to the platform.
;(() => {
  const { data, report, set, get } = window.duilianPackage
  const POLL_MS = 4000
  const state = document.getElementById('state')
  const button = document.getElementById('open')
  // Survives the platform's page: the talk may end after it was closed.
  const launchId = get('memory') || makeId()
  set('memory', launchId)
  report(null, false, null)

  function makeId() {
    return [...crypto.getRandomValues(new Uint8Array(24))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }

  async function ask() {
    let result
    try {
      const answer = await fetch(`${data.serverUrl}/api/v1/launches/${launchId}`)
      if (answer.status === 404) return
      result = await answer.json()
    } catch {
      state.textContent = '連不到對練伺服器，稍後會再試。'
      return
    }
    if (result.status === 'open') state.textContent = '對談進行中。談完以後，成績會自動回到這裡。'
    else {
      state.textContent =
        result.overall === null
          ? '這場沒有評出分數。'
          : `完成：${result.overall} 分，${result.passed ? '通過' : '未通過'}。`
      report(result.overall, true, result.passed)
      clearInterval(timer)
    }
  }
  const timer = setInterval(ask, POLL_MS)
  ask()

  button.addEventListener('click', () => {
    const opened = window.open(`${data.serverUrl}/scenarios/${data.scenarioId}?launch=${launchId}`, 'duilian')
    if (!opened) state.textContent = '瀏覽器擋住了新視窗，請允許後再按一次。'
  })
})()
