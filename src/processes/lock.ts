import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { absent, isCode } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'

/**
 * Takes the file as this process's, until the returned function gives it back. One that was left by a process that
 * is gone (a kill, a loss of power) is taken over. Throws `Halt` while another process holds it.
 */
export async function takeLock(file: string): Promise<() => Promise<void>> {
  const own = `${file}.${process.pid}`
  await writeFile(own, await signatureOf(process.pid))
  try {
    await claim(own, file)
  } finally {
    await rm(own, { force: true })
  }
  return () => rm(file, { force: true })
}

/** A link appears whole or not at all, and only where none is. */
async function claim(own: string, file: string): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      return await link(own, file)
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error
    }
    if (await isHeld(file)) break
    await rm(file, { force: true })
  }
  throw new Halt('folder', 'Folder data sedang dipakai Rintis yang lain: hentikan dahulu, atau ubah RINTIS_DATA.')
}

/** Whether the process that wrote the file still runs. */
export async function isHeld(file: string): Promise<boolean> {
  const signature = (await readFile(file, 'utf8').catch(absent)) ?? ''
  const pid = Number(signature.split(' ')[0])
  return pid > 0 && (await signatureOf(pid)) === signature
}

/** A process's number and, since numbers come round again, when it began; without the latter outside Linux. */
async function signatureOf(pid: number): Promise<string> {
  if (process.platform !== 'linux') return isAlive(pid) ? `${pid}` : ''
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  // The name, in brackets, may hold spaces; field 22 is the time of its beginning.
  const began = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return began ? `${pid} ${began} ${boot.trim()}` : ''
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}
