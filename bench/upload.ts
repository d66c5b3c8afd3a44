import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '#db/port.ts'
import { signIn, startApplication } from './application.ts'
import { recordOthers } from './report.ts'

const run = promisify(execFile)
const mebibyte = 1_048_576
const password = 'ukur-ukur-di-dahan-9'
/** As much as the browser sends at once (src/files/upload-island.ts). */
const part = 16 * mebibyte
const given = process.argv.indexOf('--megabytes')
const megabytes = given > 0 ? Number(process.argv[given + 1]) : 1000
const rounds = 3

const folder = mkdtempSync(path.join(tmpdir(), 'rintis-upload-'))
const film = path.join(folder, 'film.mp4')
const application = await startApplication(path.join(folder, 'data'), await freePort(), password)
try {
  const size = megabytes * 1e6
  await writeFilm(film, size)
  const cookie = await signIn(application.address, 'sekretariat@demo.example', password)
  const seconds = { upload: [] as number[], bare: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    // In turns, so that whatever else the machine does meets both.
    seconds.bare.push(await timed(() => hashAndWrite(film, path.join(folder, 'copy'))))
    seconds.upload.push(await timed(() => upload(application.address, cookie, size)))
  }
  const [ours, bare] = [size / 1e6 / median(seconds.upload), size / 1e6 / median(seconds.bare)]
  const name = `upload of ${megabytes} MB by tus, kept and hashed`
  const anchor = `dd, tee, sha256sum and sync, ${bare.toFixed(0)} MB/s`
  recordOthers([{ name, value: Math.round(ours), unit: 'MB/s', anchor, ratio: ours / bare }])
} finally {
  await application.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** The beginning of an MP4, and behind it bytes that nothing can pack. */
async function writeFilm(file: string, size: number): Promise<void> {
  const begin = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1')
  const handle = await open(file, 'w')
  try {
    await handle.write(begin)
    for (let at = begin.length; at < size; at += mebibyte)
      await handle.write(randomBytes(Math.min(mebibyte, size - at)))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The same bytes written and hashed by what every machine has, and on the disk at the end as ours are. */
async function hashAndWrite(from: string, to: string): Promise<void> {
  await run('sh', ['-c', 'dd if="$1" bs=1M status=none | tee "$2" | sha256sum && sync "$2" && rm "$2"', 'sh', from, to])
}

/** As a browser does it; then given up, so that the next finds the same disk. */
async function upload(address: string, cookie: string, size: number): Promise<void> {
  const wire = { cookie, origin: address, 'tus-resumable': '1.0.0' }
  const metadata = `filename ${Buffer.from('film.mp4').toString('base64')}`
  const created = await fetch(`${address}/unggah`, {
    method: 'POST',
    headers: { ...wire, 'upload-length': String(size), 'upload-metadata': metadata },
  })
  const place = new URL(created.headers.get('location') ?? '', address).href
  if (created.status !== 201) throw new Error(`the upload was answered with ${created.status}`)
  const handle = await open(film)
  try {
    for (let at = 0; at < size; ) {
      const wanted = Math.min(part, size - at)
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, at)
      const headers = { ...wire, 'upload-offset': String(at), 'content-type': 'application/offset+octet-stream' }
      const answer = await fetch(place, { method: 'PATCH', headers, body: buffer.subarray(0, bytesRead) })
      if (answer.status !== 204) throw new Error(`a part was answered with ${answer.status}: ${await answer.text()}`)
      at += bytesRead
    }
  } finally {
    await handle.close()
  }
  await fetch(place, { method: 'DELETE', headers: wire })
}
