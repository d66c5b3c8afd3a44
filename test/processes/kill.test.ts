import { execFile } from 'node:child_process'
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { expect, onTestFailed, test } from 'vitest'
import { openDatabase, openPool } from '#db/connect.ts'
import { addressOfPostgres } from '#db/embedded.ts'
import { openVault } from '#db/vault.ts'
import { testSecrets } from '#test/app.ts'
import { testKeys } from '#test/database.ts'
import { freshFolder } from '#test/folder.ts'
import { postgresOf, type Rintis, startReady, until } from '#test/rintis.ts'
import { makeScene } from '#test/scene.ts'
import { openSession } from '#test/sign-in.ts'

const kills = 20
const writers = 8
const data = path.join(freshFolder(), 'data')
/** Only what signs sessions is ours; other keys it makes itself. */
const secret = { RINTIS_SECRET: testSecrets.secret }

/** What was answered with success, and so must be there ever after: a row's id, and what its file was. */
type Acknowledged = { id: string; sha256?: string; inParts?: true }
/** What the writers need: who they are, and what their forms name. */
type Desk = { address: string; cookie: string; programmeId: string; ownerId: string }

const run = promisify(execFile)
const rintis = async (...command: string[]) => {
  const env = { PATH: process.env.PATH, RINTIS_DATA: data, LOG_LEVEL: 'error', ...secret }
  return JSON.parse((await run(process.execPath, ['bin/rintis.mjs', ...command, '--json'], { env })).stdout)
}

const serverAddress = () =>
  addressOfPostgres({ folder: path.join(data, 'postgres'), secretFolder: path.join(data, 'secret') })

async function query(sql: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: await serverAddress() })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

/** An agency with a programme and an agent, and a secretariat that is signed in. */
async function openDesk(address: string): Promise<Desk> {
  const pool = openPool(await serverAddress(), () => undefined)
  const nobody = { publish: async () => undefined, send: async () => undefined }
  const database = openDatabase(pool, { ...nobody, vault: openVault(testKeys.field, testKeys.index) })
  try {
    const { db, programmeId, agent, secretariat } = await makeScene(database)
    const cookie = await openSession(db, secretariat.accountId, new Date())
    return { address, cookie, programmeId, ownerId: agent.personId ?? '' }
  } finally {
    await database.query.destroy()
  }
}

/** Whether the application says that it was done. Whatever else comes, or nothing, promises nothing. */
async function isTaken({ address, cookie }: Desk, to: string, body: FormData): Promise<boolean> {
  const headers = { cookie, origin: address.replace('127.0.0.1', 'localhost') }
  const answer = await fetch(address + to, { method: 'POST', redirect: 'manual', headers, body }).catch(() => undefined)
  return answer?.status === 303 && answer.headers.get('location')?.startsWith('/masuk') === false
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}

async function agree(desk: Desk): Promise<Acknowledged | undefined> {
  const id = randomUUIDv7()
  const fields = {
    id,
    what: 'Lampirkan data waktu jawab',
    owner_id: desk.ownerId,
    due_on: '2030-01-15',
    origin: 'Rapat 2 Januari',
    project_id: '',
  }
  return (await isTaken(desk, '/tindak-lanjut', formOf(fields))) ? { id } : undefined
}

const pdf = (size: number): Buffer => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)])
const sha256Of = (content: Buffer): string => createHash('sha256').update(content).digest('hex')

const decreeForm = (desk: Desk, id: string): FormData =>
  formOf({
    id,
    programme_id: desk.programmeId,
    number: id,
    about: 'Penetapan Agen Perubahan',
    decided_on: '2030-01-02',
    from_on: '2030-01-02',
    until_on: '2030-12-31',
  })

async function enterDecree(desk: Desk): Promise<Acknowledged | undefined> {
  const [id, content] = [randomUUIDv7(), pdf(200_000)]
  const form = decreeForm(desk, id)
  form.append('scan', new File([new Uint8Array(content)], 'keputusan.pdf', { type: 'application/pdf' }))
  return (await isTaken(desk, '/keputusan/baru', form)) ? { id, sha256: sha256Of(content) } : undefined
}

const part = 50_000

/** What came of the uploads in parts: how many went on in their middle, and what the server forgot of them. */
const inParts = { resumed: 0, forgotten: [] as string[] }

/** Each kill and each answer of tus, with its time: shown when the test fails. */
const story: string[] = []
const tell = (line: string) => story.push(`${new Date().toISOString().slice(11, 23)} ${line}`)

/** One request of tus; undefined where nobody answers, or only that the server gave way. */
async function tus(desk: Desk, method: string, to: string, headers: Record<string, string>, body?: Buffer) {
  const own = { cookie: desk.cookie, origin: desk.address.replace('127.0.0.1', 'localhost') }
  const from = headers['upload-offset'] ?? ''
  const answer = await fetch(desk.address + to, {
    method,
    headers: { ...own, 'tus-resumable': '1.0.0', ...headers },
    ...(body && { body: new Uint8Array(body) }),
  }).catch((error: Error) => {
    tell(`${to} ${method} ${from} → ${error.cause ?? error}`)
    return undefined
  })
  const said = (await answer?.text().catch((error: Error) => `${error.cause ?? error}`)) ?? ''
  if (answer) {
    const reached = answer.headers.get('upload-offset') ?? answer.headers.get('location') ?? ''
    tell(`${to} ${method} ${from} → ${answer.status} ${reached} ${said.split('\n', 1)[0]}`)
  }
  return answer && answer.status < 500 ? answer : undefined
}

/**
 * Sends a file in parts as the field's script does: after a break it asks how far the file came and goes on from
 * there. Returns the upload's id once it has arrived; what was acknowledged before must still be there.
 */
async function sendInParts(desk: Desk, content: Buffer, stopped: AbortSignal): Promise<string | undefined> {
  const metadata = `filename ${Buffer.from('keputusan.pdf').toString('base64')}`
  const announced = { 'upload-length': `${content.length}`, 'upload-metadata': metadata }
  const to = (await tus(desk, 'POST', '/unggah', announced))?.headers.get('location')
  if (!to) return undefined
  let [offset, isBroken] = [0, false]
  while (offset < content.length && !stopped.aborted) {
    if (isBroken) {
      await pause(50)
      const answer = await tus(desk, 'HEAD', to, {})
      if (!answer) continue
      const reached = answer.status === 200 ? Number(answer.headers.get('upload-offset')) : -1
      if (reached < offset) inParts.forgotten.push(`${answer.status} ${to}: ${reached} of ${offset}`)
      if (reached < offset) return undefined
      if (reached > 0) inParts.resumed += 1
      offset = reached
      isBroken = false
      continue
    }
    const headers = { 'upload-offset': `${offset}`, 'content-type': 'application/offset+octet-stream' }
    const answer = await tus(desk, 'PATCH', to, headers, content.subarray(offset, offset + part))
    if (answer?.status === 204) offset = Number(answer.headers.get('upload-offset'))
    else isBroken = true
  }
  return offset === content.length ? to.split('/').at(-1) : undefined
}

/** Enters a decree whose file went ahead in parts; the form is posted until it is taken, as the same form. */
async function enterDecreeInParts(desk: Desk, stopped: AbortSignal): Promise<Acknowledged | undefined> {
  const [id, content] = [randomUUIDv7(), pdf(4 * part)]
  const uploadId = await sendInParts(desk, content, stopped)
  if (uploadId === undefined) return undefined
  while (!stopped.aborted) {
    const form = decreeForm(desk, id)
    form.append('scan_upload', `${uploadId}/keputusan.pdf`)
    if (await isTaken(desk, '/keputusan/baru', form)) return { id, sha256: sha256Of(content), inParts: true }
    await pause(50)
  }
  return undefined
}

/** Every second one writes words, and of the others one sends files with the form and one in parts. */
const acts = [agree, enterDecree, agree, enterDecreeInParts]

/** What was acknowledged to all writers. */
const acknowledged: Acknowledged[] = []

/** Writes until told to stop. */
async function write(desk: Desk, number: number, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    const one = await acts[number % acts.length]?.(desk, stopped)
    if (one) acknowledged.push(one)
    // Nothing listens while a process is born again, and it is born the sooner the less is asked of it.
    else await pause(100)
  }
}

/** Kills web, worker or PostgreSQL, each time whichever comes, and waits until it lives again. */
async function killOne(running: Rintis, number: number): Promise<void> {
  const pidOf = () =>
    [() => running.pidOf('web'), () => running.pidOf('worker'), () => postgresOf(data)][number % 3]?.()
  const isAlive = async () => (await fetch(`${running.address}/healthz`).catch(() => undefined))?.status === 200
  await until(isAlive)
  // On a slow machine, too, something is written between two kills.
  const { length } = acknowledged
  await until(() => acknowledged.length > length, 120_000)
  await pause(Math.random() * 1000)
  await until(() => pidOf() !== undefined)
  const pid = pidOf() ?? 0
  process.kill(pid, 'SIGKILL')
  tell(`killed ${['web', 'worker', 'PostgreSQL'][number % 3]}, ${pid}`)
  await until(() => ![undefined, pid].includes(pidOf()))
}

test('what was acknowledged is there after twenty kills at random moments, and nothing is half there', {
  timeout: 800_000,
}, async () => {
  const running = await startReady(data, { env: secret })
  const { address } = running
  onTestFailed(() => {
    process.stderr.write(`${running.stderr()}\n${story.join('\n')}\n`)
  })
  const desk = await openDesk(address)

  const stop = new AbortController()
  const writing = Promise.all(Array.from({ length: writers }, (_, number) => write(desk, number, stop.signal)))
  // None may have met an upload in its middle, which comes about by chance: then a few more.
  for (let number = 0; number < kills || (inParts.resumed === 0 && number < 2 * kills); number += 1)
    await killOne(running, number)
  // A machine that has much else to do acknowledges little between two kills.
  await until(() => acknowledged.some((one) => one.inParts), 120_000)
  stop.abort()
  await writing
  const [files, rows] = [acknowledged.filter(({ sha256 }) => sha256), acknowledged.filter(({ sha256 }) => !sha256)]
  expect(files.filter((one) => !one.inParts).length).toBeGreaterThan(0)
  expect(files.filter((one) => one.inParts).length).toBeGreaterThan(0)
  expect(inParts.forgotten).toEqual([])
  expect(inParts.resumed).toBeGreaterThan(0)
  expect(rows.length).toBeGreaterThan(0)

  await until(async () => (await fetch(`${address}/readyz`).catch(() => undefined))?.status === 200)
  const followUps = new Set((await query('select id from follow_up')).map(({ id }) => id))
  expect(rows.filter(({ id }) => !followUps.has(id))).toEqual([])
  const stored = await query(`
    select decree.id, file.sha256 from decree left join file on file.agency_id = decree.agency_id and thing_id = decree.id
    where number = decree.id::text`)
  const hashes = new Map(stored.map(({ id, sha256 }) => [id, sha256]))
  expect(files.filter(({ id, sha256 }) => hashes.get(id) !== sha256)).toEqual([])

  // Nothing is half there, acknowledged or not: each has its file and its entry, and each file its thing and bytes.
  expect(stored.filter(({ sha256 }) => !sha256)).toEqual([])
  expect(
    await query(`
      select id from decree where number = id::text and not exists (select from journal where thing_id = decree.id)
      union all select id from follow_up where not exists (select from journal where thing_id = follow_up.id)
      union all select id from file where thing_kind = 'decree' and not exists (select from decree where id = thing_id)`),
  ).toEqual([])
  expect(await rintis('check-fixity')).toMatchObject({ spoilt: [] })
  await rintis('verify-journal')
})
