import { createServer } from 'node:http'
import { isCode } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'
import { away } from '#web/away.ts'

/** Holds the port and answers 503 in words while the web process is not there. */
export type StandIn = {
  /** Takes the port. Throws `Halt` where somebody else has it. */
  listen(): Promise<void>
  /** Leaves the port to the web process. */
  leave(): Promise<void>
}

export function standInAt(host: string, port: number): StandIn {
  const server = createServer((_, response) => {
    response.writeHead(away.status, { ...away.headers, connection: 'close' }).end(away.body)
  })
  return {
    listen: () =>
      new Promise((resolve, reject) => {
        if (server.listening) return resolve()
        const refuse = (error: Error) => reject(portHalt(error, host, port))
        server.once('error', refuse)
        server.listen(port, host, () => {
          server.off('error', refuse)
          resolve()
        })
      }),
    leave: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Why the address cannot be listened on, in words. */
export function portHalt(error: Error, host: string, port: number): Halt {
  if (isCode(error, 'EADDRINUSE'))
    return new Halt(
      'port',
      `Porta ${port} sudah dipakai program lain: hentikan program itu, atau pilih porta lain dengan "npm start -- --port ${port + 1}".`,
    )
  if (isCode(error, 'EACCES'))
    return new Halt('port', `Porta ${port} memerlukan hak khusus: pilih porta di atas 1023 dengan PORT atau --port.`)
  return new Halt('configuration', `HOST harus alamat atau nama mesin ini; "${host}" tidak dapat dipakai.`)
}
