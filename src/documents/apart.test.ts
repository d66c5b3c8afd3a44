import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, stat } from 'node:fs'
import { expect, test } from 'vitest'
import { runApart } from './apart.ts'

const file = { bytes: Buffer.from('Nama;NIP\n'.repeat(400_000)), fileName: 'a.csv' }

test('work that takes too long is ended', async () => {
  expect(await runApart('documents/read-sheet', file, { seconds: 0.01, megabytes: 256 })).toEqual({ state: 'late' })
})

test('work that takes too much memory ends itself, and nobody else', async () => {
  expect(await runApart('documents/read-sheet', file, { seconds: 20, megabytes: 16 })).toEqual({ state: 'dead' })
})

const childrenOf = (parent: number): number[] =>
  execFileSync('ps', ['-o', 'pid=', '--ppid', `${parent}`], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number)

/** Lets nothing else of this process run until that one has ended and waits to be reaped. */
function blockUntilEnded(pid: number | undefined): void {
  while (!/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')));
}

// Whoever is busy while one process ends is told of the end of all that ended meanwhile, before it reads what they said.
test.runIf(process.platform === 'linux')(
  'an answer is heard though its process is seen to have ended first',
  async () => {
    const known = childrenOf(process.pid)
    const outcome = runApart(
      'files/look-inside',
      import.meta.filename,
      { seconds: 60, megabytes: 128 },
      import.meta.filename,
    )
    const pid = childrenOf(process.pid).find((each) => !known.includes(each)) ?? 0
    process.kill(pid, 'SIGSTOP')
    const busy = new Promise<void>((resolve) => {
      stat(import.meta.filename, () => {
        process.kill(pid, 'SIGCONT')
        blockUntilEnded(pid)
        resolve()
      })
    })
    blockUntilEnded(spawn('true').pid)
    await busy
    expect(await outcome).toMatchObject({ state: 'done', result: { content: 'text' } })
  },
)
