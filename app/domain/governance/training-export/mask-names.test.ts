import { describe, expect, test } from 'vitest'
import { createNameMask } from './mask-names'

describe('createNameMask', () => {
  test('masks known names whole and by their given part', () => {
    const mask = createNameMask(['陳大文'], [], [])
    expect(mask('陳大文您好，大文我記得你')).toBe('⟦姓名⟧您好，⟦姓名⟧我記得你')
  })

  test('masks the name by which the trainee introduces themselves, throughout', () => {
    const own = ['林老師您好，我是安禾人壽的陳安，這是我的登錄證。', '叫我小陳，可以的。']
    const mask = createNameMask([], own, ['林老師'])
    expect(mask(own[0]!)).toBe('林老師您好，我是安禾人壽的⟦姓名⟧，這是我的登錄證。')
    expect(mask('小陳，你上次說的')).toBe('⟦姓名⟧，你上次說的')
  })

  test.each(['我是安禾人壽的業務員，您好。', '我是高級專員。', '我是方便的話再來。'])('no name: %s', (text) => {
    expect(createNameMask([], [text], [])(text)).toBe(text)
  })

  test('the client keeps the name', () => {
    expect(createNameMask(['林秀'], ['我叫林秀，'], ['林秀琴'])('林秀琴')).toBe('林秀琴')
  })
})
