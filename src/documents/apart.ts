import { fork } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { root } from '../root.ts'

/** What a piece of work apart came to. `late` and `dead` say that its file was too much for it. */
export type Outcome<Result> = { state: 'done'; result: Result } | { state: 'late' } | { state: 'dead' }

export type Limits = { seconds: number; megabytes: number }

/**
 * Does work on a stranger's file in a process of its own, so that a file made to eat time or memory takes nobody
 * else with it. The process knows no environment, writes no file, starts no other, reads only our own code and is
 * killed at its limits. `job` names a module below `src` that calls `workApart` (`documents/read-sheet`); `input` and
 * the result are copied as structured clones. It may also read the file at `given`.
 */
export function runApart<Input, Result>(
  job: string,
  input: Input,
  limits: Limits,
  given?: string,
): Promise<Outcome<Result>> {
  const child = fork(moduleOf(job), {
    execArgv: [
      `--max-old-space-size=${limits.megabytes}`,
      // Pages of 64 kB each: what WebAssembly takes lies outside of the heap.
      `--wasm-max-mem-pages=${limits.megabytes * 16}`,
      '--permission',
      ...[...readable, ...(given ? [given] : [])].map((it) => `--allow-fs-read=${it}`),
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return new Promise((resolve) => {
    const clock = setTimeout(() => settle({ state: 'late' }), limits.seconds * 1000)
    function settle(outcome: Outcome<Result>): void {
      clearTimeout(clock)
      child.kill('SIGKILL')
      resolve(outcome)
    }
    child.once('message', (result) => settle({ state: 'done', result: result as Result }))
    child.once('error', () => settle({ state: 'dead' }))
    // Not its exit: a busy process may hear of that before it reads what the child said last.
    child.once('disconnect', () => settle({ state: 'dead' }))
    child.send(input as object, (error) => error && settle({ state: 'dead' }))
  })
}

/** Our own code and packages, wherever they lie; not the data folder, which is often inside the root. */
const readable = ['src', 'dist', 'package.json', 'node_modules']
  .map((name) => path.join(root, name))
  .filter((place) => existsSync(place))
  .flatMap((place) => [place, realpathSync(place)])

/** As it was built, also where we ourselves run from the source: to strip its types anew takes as long as its work. */
export const moduleOf = (job: string): string => path.join(root, 'dist', `${job}.js`)
