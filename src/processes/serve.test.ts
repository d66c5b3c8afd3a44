import { expect, test } from 'vitest'
import { addressOf } from './serve.ts'

const from = (remoteAddress: string, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: { remoteAddress },
})

test('without proxies of ours nobody is believed', () => {
  expect(addressOf(from('10.0.0.7', '1.2.3.4'), 0)).toBe('10.0.0.7')
})

test('behind proxies of ours it is the address that the outermost of them saw', () => {
  expect(addressOf(from('10.0.0.1', '1.2.3.4'), 1)).toBe('1.2.3.4')
  expect(addressOf(from('10.0.0.1', '6.6.6.6, 1.2.3.4'), 1)).toBe('1.2.3.4')
  expect(addressOf(from('10.0.0.1', '6.6.6.6, 1.2.3.4, 10.0.0.2'), 2)).toBe('1.2.3.4')
})

test('a proxy that says nothing is taken for the far end itself', () => {
  expect(addressOf(from('10.0.0.1'), 2)).toBe('10.0.0.1')
})
