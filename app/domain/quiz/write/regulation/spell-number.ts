const DIGITS = '零一二三四五六七八九'
const PLACES = ['', '十', '百', '千'] as const
const GROUPS = ['', '萬', '億'] as const

/** @param value an integer from 0 to 999,999,999,999. @returns it as statutes write it: 十五, 一百二十, 六百萬, 一千零五十萬. */
export function spellNumber(value: number): string {
  if (value === 0) return '零'
  let rest = value
  let spelt = ''
  for (let group = 0; rest > 0; group++) {
    const part = rest % 10_000
    if (part > 0) {
      const above = Math.floor(rest / 10_000)
      const isShort = above > 0 && (part < 1000 || above % 10_000 === 0)
      spelt = `${isShort ? '零' : ''}${spellBelowTenThousand(part)}${GROUPS[group] ?? ''}${spelt}`
    }
    rest = Math.floor(rest / 10_000)
  }
  return spelt.replace(/^零/u, '').replace(/^一十/u, '十')
}

function spellBelowTenThousand(value: number): string {
  let spelt = ''
  let hasGap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) hasGap = spelt !== ''
    else {
      spelt += `${hasGap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`
      hasGap = false
    }
  }
  return spelt
}
