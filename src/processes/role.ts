import { once } from 'node:events'
import type { Environment } from '#environment'
import { exitCodes } from '#kit/halt.ts'
import type { ChildName, FromChild, ToChild } from './child.ts'
import { aborted } from './end.ts'
import { openParts } from './parts.ts'
import { startWeb } from './web.ts'
import { startWorker } from './worker.ts'

/** Runs one role until `stopped`; a child asks its supervisor for the port first and says when it is at work. */
export async function runRole(
  name: ChildName,
  environment: Environment,
  stopped: AbortSignal,
  isChild: boolean,
): Promise<number> {
  const parts = await openParts(environment, name)
  if (isChild && name === 'web') await askToListen()
  const stop = await (name === 'web' ? startWeb(parts) : startWorker(parts))
  if (isChild) tell('ready')
  parts.log.info('at work')
  await aborted(stopped)
  await stop()
  parts.log.info('ended')
  return exitCodes.done
}

const tell = (message: FromChild) => process.send?.(message)

async function askToListen(): Promise<void> {
  tell('wants to listen')
  let heard: ToChild | undefined
  while (heard !== 'listen') [heard] = (await once(process, 'message')) as [ToChild]
}
