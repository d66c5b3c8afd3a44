import { afterEach, expect, test } from 'vitest'
import { openWindows } from './grid-windows.ts'

const channels: BroadcastChannel[] = []
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close()
})

/** A window of the same account on the same grid, standing where the test says. */
function open(page: string) {
  const channel = new BroadcastChannel('rintis test')
  channels.push(channel)
  let at: { id: string; key: string } | null = null
  const windows = openWindows(channel, page, { at: () => at, heard: () => undefined })
  const stand = (id: string) => {
    at = { id, key: 'target' }
    windows.moved()
  }
  return { windows, stand }
}
const eventually = <Value>(look: () => Value) => expect.poll(look, { interval: 5 })

test('two windows know of each other, and where the other stands', async () => {
  const first = open('1')
  first.stand('a')
  const second = open('2')
  const there = (id: string | null) => [
    { name: 'Anda, di jendela lain', at: id === null ? null : { id, key: 'target' } },
  ]
  await eventually(() => second.windows.others()).toEqual(there('a'))
  await eventually(() => first.windows.others()).toEqual(there(null))
  first.stand('b')
  await eventually(() => second.windows.others()).toEqual(there('b'))
})

test('a window that is left is not there any more, also where it becomes hidden after that', async () => {
  const [first, second] = [open('1'), open('2')]
  await eventually(() => first.windows.others()).toHaveLength(1)
  second.windows.leave()
  second.windows.here()
  await eventually(() => first.windows.others()).toEqual([])
  second.windows.back()
  await eventually(() => first.windows.others()).toHaveLength(1)
})

test('what another window saved is known as one’s own', async () => {
  const [first, second] = [open('1'), open('2')]
  second.windows.saved([{ id: 'a', key: 'target', text: '95' }])
  await eventually(() => first.windows.wrote('a', 'target', '95')).toBe(true)
  expect(first.windows.wrote('a', 'target', '96')).toBe(false)
  expect(second.windows.wrote('a', 'target', '95')).toBe(false)
})
