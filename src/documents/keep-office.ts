import { spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { endGroup } from './office-cage.ts'

/** What is to be run, and the folder that goes with whoever asked for it. */
export type Order = { command: string[]; env: Record<string, string>; folder: string }

/** First the group of processes that was started, then how its first one ended. */
export type Word = { group: number } | { ended: number | null }

/**
 * Runs as a process of its own beside `openOffice`, so that a conversion never outlives whoever asked for it: when that
 * process is gone, however it ended, the whole group of the conversion is ended and its folder taken away.
 */
let end = async (): Promise<void> => undefined
process.once('disconnect', async () => {
  await end()
  process.exit()
})
process.once('message', ({ command: [program = '', ...args], env, folder }: Order) => {
  const child = spawn(program, args, { env, cwd: folder, stdio: 'ignore', detached: true })
  const isOver = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  const say = (word: Word) => process.connected && process.send?.(word)
  if (child.pid !== undefined) say({ group: child.pid })
  isOver.then(() => {
    endGroup(child.pid)
    say({ ended: child.exitCode })
  })
  end = async () => {
    endGroup(child.pid)
    await isOver
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
