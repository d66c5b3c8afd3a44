import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** The built application as its own processes, filled with the demonstration; how long it took to be ready. */
export type Application = { address: string; seconds: number; stop(): Promise<void> }

/** Starts it on the data folder and waits for its last line. */
export async function startApplication(
  data: string,
  port: number,
  password: string,
  env: Record<string, string> = {},
): Promise<Application> {
  const began = performance.now()
  const child: ChildProcess = spawn(process.execPath, ['bin/start.mjs', '--demo', '--port', String(port)], {
    env: { ...process.env, RINTIS_DATA: data, RINTIS_DEMO_PASSWORD: password, LOG_LEVEL: 'error', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
  const address = await readAddress(child)
  return { address, seconds: (performance.now() - began) / 1000, stop }
}

/** What its last line says. */
function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the application ended before it was ready')))
    if (!child.stdout) return
    createInterface(child.stdout).on('line', (line) => {
      const [, address] = /^Rintis siap: (\S+)/.exec(line) ?? []
      if (address) resolve(address)
    })
  })
}

/** The cookie of somebody who signs in with a password. */
export async function signIn(address: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${address}/masuk`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: address },
    body: new URLSearchParams({ email, password }),
  })
  if (answer.status !== 303) throw new Error(`signing in was answered with ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')
}
