import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { absent, writeWhole } from '#kit/disk.ts'

/** The wanted port; else the kept one when it is free, else another. The file then says which it is. */
export async function keepPort(file: string, wanted: number | undefined): Promise<number> {
  const kept = Number(await readFile(file, 'utf8').catch(absent))
  const port = wanted ?? (kept > 0 && (await isFree(kept)) ? kept : await freePort())
  if (port !== kept) await writeWhole(file, String(port))
  return port
}

/** A port of the loopback address that nobody listens on. */
export const freePort = (): Promise<number> => listenOnce(0)

/** Whether nobody listens on this port of the loopback address. */
export const isFree = (port: number): Promise<boolean> =>
  listenOnce(port).then(
    () => true,
    () => false,
  )

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}
