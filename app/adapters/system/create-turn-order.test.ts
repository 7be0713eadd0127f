import { describe, expect, test } from 'vitest'
import { createTurnOrder } from './create-turn-order'

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Notes its name once it may go on. */
async function goOn(order: ReturnType<typeof createTurnOrder>, name: string, done: string[]): Promise<void> {
  await order.giveWay()
  done.push(name)
}

describe('createTurnOrder', () => {
  test('nobody waits for words: the pieces go on one by one, in the order in which they came', async () => {
    const order = createTurnOrder(60_000)
    const done: string[] = []
    const all = ['a', 'b', 'c'].map((name) => goOn(order, name, done))
    expect(done).toEqual([])
    await Promise.all(all)
    expect(done).toEqual(['a', 'b', 'c'])
  })

  test('what has come in meanwhile goes between two pieces', async () => {
    const order = createTurnOrder(60_000)
    const done: string[] = []
    const first = goOn(order, 'first', done).then(() => void setImmediate(() => done.push('came in')))
    await Promise.all([first, goOn(order, 'second', done).then(() => goOn(order, 'third', done))])
    expect(done).toEqual(['first', 'second', 'came in', 'third'])
  })

  test('while words are waited for a piece waits, and goes on as soon as they are asked for', async () => {
    const order = createTurnOrder(60_000)
    const done: string[] = []
    const [one, two] = [order.awaitWords(), order.awaitWords()]
    const piece = goOn(order, 'piece', done)
    await sleep(20)
    one()
    // Said twice, it counts once: the other turn is still waited for.
    one()
    await sleep(20)
    expect(done).toEqual([])
    two()
    await piece
    expect(done).toEqual(['piece'])
  })

  test('words that are always waited for do not keep a piece for ever', async () => {
    const order = createTurnOrder(1)
    order.awaitWords()
    const done: string[] = []
    await Promise.all([goOn(order, 'a', done), goOn(order, 'b', done)])
    expect(done).toEqual(['a', 'b'])
  })
})
