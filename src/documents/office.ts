import { type ChildProcess, fork } from 'node:child_process'
import { copyFile, lstat, mkdir, open, realpath, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { moduleOf } from './apart.ts'
import type { Order, Word } from './keep-office.ts'
import { commandOf, endGroup, known, makeFolder, type OfficeLimits, workIn } from './office-cage.ts'
import { officeSettings } from './office-settings.ts'

/** A PDF that was made, as long as whoever asked for it looks at it. */
export type MadePdf = { path: string; size: number }

/** Turns office files into PDF, one at a time. */
export type Office = {
  /**
   * Hands `use` the file as PDF, or null where it came to nothing: the file is broken, or made to eat time or memory. The
   * file itself is only read. Rejects when the office was closed meanwhile.
   */
  toPdf<Result>(
    file: { path: string; extension: string },
    use: (pdf: MadePdf | null) => Promise<Result>,
  ): Promise<Result>
  /** Ends what runs, and lets nothing begin any more. */
  close(): void
}

/** A conversion was broken off because its worker ends: nobody's fault, and no word about the file. */
export class OfficeClosed extends Error {}

const usual: OfficeLimits = { seconds: 120, megabytes: 2048, largestMegabytes: 200 }

/**
 * Opens the office over `program`, the path of `soffice`. Each file is turned by a process of its own, in a cage and with
 * a profile that is thrown away.
 */
export function openOffice(program: string, limits: OfficeLimits = usual): Office {
  const closing = new AbortController()
  let last: Promise<unknown> = Promise.resolve()
  return {
    toPdf: (file, use) => {
      const turned = last.then(() => turn(program, file, limits, closing.signal, use))
      last = turned.catch(() => undefined)
      return turned
    },
    close: () => closing.abort(),
  }
}

async function turn<Result>(
  program: string,
  file: { path: string; extension: string },
  limits: OfficeLimits,
  closed: AbortSignal,
  use: (pdf: MadePdf | null) => Promise<Result>,
): Promise<Result> {
  refuseClosed(closed)
  const folder = await makeFolder()
  try {
    const from = `asal.${file.extension}`
    await copyFile(file.path, path.join(workIn(folder), from))
    await writeSettings(path.join(workIn(folder), 'profile', 'user'))
    const out = path.join(workIn(folder), 'out')
    await mkdir(out)
    const keeper = startKeeper()
    try {
      const command = commandOf({ program, folder, from, limits })
      const isDone = await carryOut(keeper, { command, env: known, folder }, limits.seconds, closed)
      refuseClosed(closed)
      return await use(isDone ? await pdfIn(out, limits) : null)
    } finally {
      if (keeper.connected) keeper.disconnect()
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

async function writeSettings(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'registrymodifications.xcu'), officeSettings)
}

const startKeeper = (): ChildProcess =>
  fork(moduleOf('documents/keep-office'), {
    execArgv: [],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A signal to our own group, say Ctrl-C, is not for it: it ends the conversion first.
    detached: true,
  })

function refuseClosed(closed: AbortSignal): void {
  if (closed.aborted) throw new OfficeClosed('The office is closed.')
}

/** Whether the order came to a good end; whatever it was, nothing of its group runs any more. */
function carryOut(keeper: ChildProcess, order: Order, seconds: number, closed: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    let group: number | undefined
    const clock = setTimeout(() => settle(false), seconds * 1000)
    const stop = () => settle(false)
    closed.addEventListener('abort', stop, { once: true })
    function settle(isDone: boolean): void {
      clearTimeout(clock)
      closed.removeEventListener('abort', stop)
      endGroup(group)
      resolve(isDone)
    }
    keeper.on('message', (word: Word) => {
      if ('group' in word) group = word.group
      else settle(word.ended === 0)
    })
    keeper.once('error', stop)
    keeper.once('disconnect', stop)
    keeper.send(order, (error) => error && stop())
    if (closed.aborted) stop()
  })
}

/** The PDF that lies in the folder of a conversion that is over; null where there is none, or something else. */
async function pdfIn(folder: string, { largestMegabytes }: OfficeLimits): Promise<MadePdf | null> {
  // What lies there was made by a program that may have been overcome: it may be, or lead to, anything else.
  const work = await realpath(path.dirname(folder))
  const isOurs = (await realpath(folder).catch(() => null)) === path.join(work, 'out')
  const place = path.join(folder, 'asal.pdf')
  const found = isOurs ? await lstat(place).catch(() => null) : null
  if (!found?.isFile() || found.nlink !== 1 || found.size >= largestMegabytes * 1_048_576) return null
  const file = await open(place)
  try {
    const { buffer } = await file.read(Buffer.alloc(5), 0, 5, 0)
    return buffer.toString('latin1') === '%PDF-' ? { path: place, size: found.size } : null
  } finally {
    await file.close()
  }
}
