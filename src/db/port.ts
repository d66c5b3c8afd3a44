import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { absent, writeWhole } from '#kit/disk.ts'

/** The kept port when it is free, else another, which is kept. */
export async function keepPort(file: string): Promise<number> {
  const kept = Number(await readFile(file, 'utf8').catch(absent))
  if (kept > 0 && (await isFree(kept))) return kept
  const port = await freePort()
  await writeWhole(file, String(port))
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
