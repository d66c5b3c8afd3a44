import { expect, test } from 'vitest'
import { runApart } from './apart.ts'

const file = { bytes: Buffer.from('Nama;NIP\n'.repeat(400_000)), fileName: 'a.csv' }

test('work that takes too long is ended', async () => {
  expect(await runApart('documents/read-sheet', file, { seconds: 0.01, megabytes: 256 })).toEqual({ state: 'late' })
})

test('work that takes too much memory ends itself, and nobody else', async () => {
  expect(await runApart('documents/read-sheet', file, { seconds: 20, megabytes: 16 })).toEqual({ state: 'dead' })
})
