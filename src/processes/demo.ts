import { randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { absent, writeWhole } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import { findMedia } from '#media'
import { type DemoAccount, demoAccounts, fillDemo, hasDemo, removeDemo } from '../demo/fill.ts'
import { isLoopback } from '../environment-values.ts'
import type { Parts } from './parts.ts'

type DemoParts = Pick<Parts, 'environment' | 'paths' | 'database' | 'files'>

/**
 * Fills in the demonstration unless it is there, and says with what its people sign in: the password is kept beside
 * the keys, so that a later start can say it again. No accounts where it was filled in on another machine.
 */
export async function keepDemo({ environment, paths, database, files }: DemoParts): Promise<DemoAccount[]> {
  if (!mayFill(environment))
    throw new Halt('configuration', 'Program peragaan di luar mesin ini memerlukan RINTIS_DEMO_PASSWORD.')
  const file = passwordFile(paths)
  if (await hasDemo(database)) {
    const kept = (await readFile(file, 'utf8').catch(absent))?.trim()
    return kept ? demoAccounts(kept) : []
  }
  const password = environment.demoPassword ?? randomBytes(12).toString('base64url')
  await writeWhole(file, password)
  const media = await findMedia(environment)
  return fillDemo(database, { password, now: environment.now(), files, ffmpeg: media?.ffmpeg })
}

/** Beyond this machine nobody signs in with a password that a page showed. */
const mayFill = ({ demoPassword, host }: Parts['environment']) => demoPassword !== undefined || isLoopback(host)

/** Fills in the demonstration for the set-up page, once however often it is asked; undefined where it may not. */
export function demoFiller(parts: DemoParts): (() => Promise<DemoAccount[]>) | undefined {
  if (!mayFill(parts.environment)) return undefined
  let filling: Promise<DemoAccount[]> | undefined
  return () => {
    filling ??= keepDemo(parts).finally(() => {
      filling = undefined
    })
    return filling
  }
}

/** Removes the demonstration as a whole; false when there is none. */
export async function dropDemo({ paths, database }: Pick<DemoParts, 'paths' | 'database'>): Promise<boolean> {
  const isRemoved = await removeDemo(database)
  await rm(passwordFile(paths), { force: true })
  return isRemoved
}

/** What outside tools read of an account. */
export const demoLine = ({ email, password, word }: DemoAccount): string => `demo ${email} ${password} ${word}`

const passwordFile = (paths: Parts['paths']) => path.join(paths.secret, 'demo-password')
