import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '#db/port.ts'
import { openLocalFolder } from '#files'
import { startApplication } from './application.ts'
import { startFloor } from './load.ts'
import { recordOthers } from './report.ts'
import { listenIn } from './statements.ts'

const password = 'ukur-ukur-di-dahan-9'
const viewers = 200
const seconds = 10
/** Six seconds of a film in 720 lines. */
const segmentBytes = 2_000_000
const name = 'ukur.mp4'
const rounds = 3

const folder = mkdtempSync(path.join(tmpdir(), 'rintis-viewers-'))
const data = path.join(folder, 'data')
// Films that are worked on meanwhile would take the processor from both, and what we put among what is made of them.
const application = await startApplication(data, await freePort(), password, { FFMPEG_PATH: '/nowhere/ffmpeg' })
try {
  const segment = randomBytes(segmentBytes)
  const code = await keepSegment(segment)
  const other = await startOther(segment)
  try {
    const [ours, theirs]: [Watched[], Watched[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      theirs.push(await watch(other.address))
      ours.push(await watch(`${application.address}/media/${code}/${name}`))
    }
    const [own, floor] = [ours, theirs].map((all) => median(all.map(({ rate }) => rate))) as [number, number]
    const anchor = `${other.name}, the same file, ${Math.round(floor)} MB/s`
    // The viewers are one thread of this machine: near a whole core they, and not the server, set the pace.
    for (const [who, all] of [['Rintis', ours] as const, [other.name, theirs] as const])
      console.log(`${who}: the viewers took ${Math.round(100 * median(all.map(({ core }) => core)))} % of a core`)
    const what = `${viewers} viewers of a public film's segment (2 MB)`
    recordOthers([{ name: what, value: Math.round(own), unit: 'MB/s', anchor, ratio: own / floor }])
  } finally {
    await other.stop()
  }
} finally {
  await application.stop()
  rmSync(folder, { recursive: true, force: true })
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Makes the segment a derivative of a film that everybody may see; returns the film's code. */
async function keepSegment(segment: Buffer): Promise<string> {
  const textOf = async (at: string) => (await fetch(application.address + at)).text()
  const found = [...(await textOf('/galeri')).matchAll(/href="(\/galeri\/[0-9a-z]{8})"/g)]
  const pages = await Promise.all(found.map(([, project = '']) => textOf(project)))
  // By their own pages: nothing was made of them yet, so that none of them plays.
  const codes = [...pages.join('').matchAll(/href="\/galeri\/dokumentasi\/([0-9a-z]{8})"/g)].map(([, code]) => code)
  const { pool } = await listenIn(data, application.address)
  const { rows } = await pool.query(
    `select agency_id, id, code from recording where kind = 'film' and code = any($1) limit 1`,
    [codes],
  )
  const [film] = rows
  if (!film) throw new Error('no public film was found')
  async function* bytes() {
    yield segment
  }
  const { sha256, size } = await openLocalFolder(path.join(data, 'derived')).put(film.agency_id, bytes())
  await pool.query(
    'insert into derivative (agency_id, recording_id, name, sha256, size, media_type) values ($1, $2, $3, $4, $5, $6)',
    [film.agency_id, film.id, name, sha256, size, 'video/mp4'],
  )
  await pool.end()
  return film.code
}

/** Megabytes a second that all viewers got together, and what they took of a core to get them. */
type Watched = { rate: number; core: number }

/**
 * All of them at once, each asking again as soon as it has the segment. Bytes are counted as they come: with so many,
 * hardly any segment is whole before the time is over.
 */
async function watch(url: string): Promise<Watched> {
  const [began, before] = [performance.now(), process.cpuUsage()]
  const until = began + seconds * 1000
  const got = await Promise.all(Array.from({ length: viewers }, () => view(new URL(url), until)))
  const took = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage(before)
  return { rate: got.reduce((sum, bytes) => sum + bytes, 0) / took / 1e6, core: (user + system) / 1e6 / took }
}

/** One viewer over one line; returns the bytes that came. */
function view({ hostname, port, pathname }: URL, until: number): Promise<number> {
  const ask = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nRange: bytes=0-${segmentBytes - 1}\r\n\r\n`
  return new Promise((resolve, reject) => {
    let total = 0
    let left = 0
    const socket = connect(Number(port), hostname, () => socket.write(ask))
    socket.setTimeout(Math.max(1, until - performance.now()), () => socket.destroy())
    socket.on('data', (bytes) => {
      total += bytes.length
      left = left > 0 ? left - bytes.length : restOf(bytes)
      if (performance.now() > until) socket.destroy()
      else if (left === 0) socket.write(ask)
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(total))
  })
}

/** How much of an answer is still to come behind its first bytes, which hold all of its head. */
function restOf(bytes: Buffer): number {
  const head = bytes.indexOf('\r\n\r\n')
  const first = bytes.toString('latin1', 0, Math.max(0, head))
  if (!/^HTTP\/1\.1 20[06] /.test(first)) throw new Error(`answered with ${first.split('\r', 1)[0]}`)
  return segmentBytes - (bytes.length - head - 4)
}

type Other = { name: string; address: string; stop(): Promise<void> }

async function startOther(segment: Buffer): Promise<Other> {
  const program = nginx()
  if (program !== undefined) return startNginx(program, segment)
  const floor = await startFloor(segmentBytes)
  return { name: 'a bare Node server (nginx is not installed)', address: floor.address, stop: async () => floor.stop() }
}

function nginx(): string | undefined {
  try {
    return execFileSync('sh', ['-c', 'PATH=$PATH:/usr/sbin command -v nginx'], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}

/** nginx as Debian has it, but that it stands alone, writes no log, and takes all of them. */
async function startNginx(program: string, segment: Buffer): Promise<Other> {
  const home = path.join(folder, 'nginx')
  const port = await freePort()
  mkdirSync(path.join(home, 'root'), { recursive: true })
  writeFileSync(path.join(home, 'root', 'segment.mp4'), segment)
  const isRoot = process.getuid?.() === 0
  writeFileSync(
    path.join(home, 'nginx.conf'),
    `${isRoot ? 'user root;' : ''} worker_processes auto; daemon off; pid ${home}/pid; error_log stderr crit;
     events { worker_connections 1024; }
     http { access_log off; sendfile on; tcp_nopush on; client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy;
       fastcgi_temp_path ${home}/f; uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
       types { video/mp4 mp4; } server { listen 127.0.0.1:${port}; root ${home}/root; } }`,
  )
  const child: ChildProcess = spawn(program, ['-c', path.join(home, 'nginx.conf'), '-p', home], { stdio: 'inherit' })
  while (!(await answers(port))) if (child.exitCode !== null) throw new Error('nginx ended')
  const stop = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
  const version = execFileSync('sh', ['-c', `${program} -v 2>&1`], { encoding: 'utf8' })
    .trim()
    .split('/')
    .at(-1)
  return { name: `nginx ${version}`, address: `http://127.0.0.1:${port}/segment.mp4`, stop }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.end()
      resolve(true)
    })
    socket.once('error', () => setTimeout(resolve, 50, false))
  })
}
