import path from 'node:path'
import { expect, test } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { postgresOf, runs, startReady, startRintis, until } from '#test/rintis.ts'

const data = path.join(freshFolder(), 'data')
const started: number[] = []

test('a test that leaves Rintis running', async () => {
  const rintis = await startReady(data)
  started.push(rintis.pid, rintis.pidOf('web') ?? 0, rintis.pidOf('worker') ?? 0, postgresOf(data) ?? 0)
  expect(started.filter((pid) => pid && runs(pid))).toHaveLength(4)
})

test('has left nothing of it, nor has one that leaves it at its start', async () => {
  expect(started.filter(runs)).toEqual([])
  const rintis = await startRintis(data)
  await until(() => ![undefined, started.at(-1)].includes(postgresOf(data)))
  started.splice(0, started.length, rintis.pid, postgresOf(data) ?? 0)
  expect(started.filter(runs)).toHaveLength(2)
})

test('has left nothing', () => expect(started.filter(runs)).toEqual([]))
