import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { exitCodes } from '#kit/halt.ts'
import type { Logger } from '#kit/log.ts'

export type ChildName = 'web' | 'worker'

/** What supervisor and child tell each other. */
export type ToChild = 'listen' | 'stop'
export type FromChild = 'wants to listen' | 'ready'

export type Watch = {
  /** Resolves when it is at work for the first time. */
  ready: Promise<void>
  /** Resolves with an exit code when it cannot be brought to work at all. */
  hopeless: Promise<number>
  /** Ends it for good: asks, and after the grace kills. */
  stop(): Promise<void>
}

const grace = 12_000
const firstPause = 200
const longestPause = 2_500
const settledAfter = 10_000
const triesBeforeReady = 3

/** Keeps a process of this program running under the name: whenever it dies it is started again within 5 s. */
export function keepRunning(
  name: ChildName,
  options: { env: NodeJS.ProcessEnv; log: Logger; beforeListening(): Promise<void>; afterDeath(): Promise<void> },
): Watch {
  const { env, log } = options
  const ready = Promise.withResolvers<void>()
  const hopeless = Promise.withResolvers<number>()
  let child: ChildProcess | undefined
  let isStopping = false
  let wasReady = false
  let deaths = 0

  async function hear(message: FromChild): Promise<void> {
    if (message === 'ready') {
      wasReady = true
      ready.resolve()
      return
    }
    await options.beforeListening()
    tell('listen')
  }

  function tell(message: ToChild): void {
    if (child?.connected) child.send(message)
  }

  async function run(): Promise<void> {
    while (!isStopping) {
      const began = Date.now()
      child = spawnChild(name, env)
      child.on('message', hear)
      const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
      if (isStopping) return
      deaths = Date.now() - began > settledAfter ? 1 : deaths + 1
      log.error({ child: name, code, signal, deaths }, 'child died; it is started again')
      if (!wasReady && (isHalt(code) || deaths >= triesBeforeReady)) return hopeless.resolve(code ?? exitCodes.bug)
      await options.afterDeath()
      await pause(Math.min(firstPause * 2 ** (deaths - 1), longestPause))
    }
  }

  const running = run()
  return {
    ready: ready.promise,
    hopeless: hopeless.promise,
    async stop() {
      isStopping = true
      tell('stop')
      const late = setTimeout(() => child?.kill('SIGKILL'), grace)
      await running
      clearTimeout(late)
    },
  }
}

/** Ctrl-C must reach the supervisor alone, so each child leads a session of its own; it ends when the channel does. */
function spawnChild(name: ChildName, env: NodeJS.ProcessEnv): ChildProcess {
  const [, program = ''] = process.argv
  return fork(program, ['--child', name], { env, detached: true, stdio: ['ignore', 2, 2, 'ipc'] })
}

/** Whether the child said itself, in a sentence, what must be mended first. */
const isHalt = (code: number | null): boolean => code !== null && code > 1 && code < exitCodes.bug
