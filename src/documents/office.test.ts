import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import sharp from 'sharp'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { makeDocx, makeOdp } from '#test/office-files.ts'
import { hasCage, makeProgram, noOffice, soffice } from '#test/soffice.ts'
import { drawFirstPage } from './first-page.ts'
import { OfficeClosed, openOffice } from './office.ts'
import { writeWorkbook } from './write-sheet.ts'

const temporary = path.join(freshFolder(), 'tmp')
await mkdir(temporary)
process.env.TMPDIR = temporary

const limits = { seconds: 20, megabytes: 512, largestMegabytes: 1 }

async function makeFile(name: string, bytes: Uint8Array | string = 'x'): Promise<{ path: string; extension: string }> {
  const place = path.join(freshFolder(), name)
  await writeFile(place, bytes)
  return { path: place, extension: name.split('.').at(-1) ?? '' }
}

const sizeOf = async (pdf: { size: number } | null) => pdf?.size ?? null
const writesPdf = `printf '%%PDF-1.7 x' > "$out/asal.pdf"`

/** How long one waits that no other test does, so that its processes are known by it. */
let lately = 86_400
const longWait = () => `sleep ${++lately}.${process.pid}`

async function countRunning(command: string): Promise<number> {
  const lines = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map((name) => readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')),
  )
  return lines.filter((line) => line.replaceAll('\0', ' ').trim() === command).length
}

const untilNoneRuns = (command: string) => vi.waitFor(async () => expect(await countRunning(command)).toBe(0), 5_000)
const untilRunning = (command: string) =>
  vi.waitFor(async () => expect(await countRunning(command)).toBeGreaterThan(0), 10_000)
const untilNothingIsLeft = () => vi.waitFor(async () => expect(await readdir(temporary)).toEqual([]), 5_000)

afterEach(untilNothingIsLeft)

describe.runIf(hasCage)('an office whose program is hostile', () => {
  const openHostile = async (does: string[], but: Partial<typeof limits> = {}) =>
    openOffice(await makeProgram(does), { ...limits, ...but })
  const turn = async (does: string[], but: Partial<typeof limits> = {}) =>
    (await openHostile(does, but)).toPdf(await makeFile('a.docx'), sizeOf)

  test('hands over what it made, and only as long as it is looked at', async () => {
    expect(await turn([writesPdf])).toBe(10)
  })

  test('that hangs is ended at its time, with all that it started', async () => {
    const wait = longWait()
    expect(await turn([`${wait} &`, wait], { seconds: 2 })).toBeNull()
    await untilNoneRuns(wait)
  })

  test('that leaves a child behind is not waited for, and the child is ended', async () => {
    const wait = longWait()
    expect(await turn([`${wait} &`, writesPdf])).toBe(10)
    await untilNoneRuns(wait)
  })

  test('that eats memory is ended by it, before its time', async () => {
    const began = performance.now()
    expect(await turn(['tail /dev/zero || exit 1', writesPdf], { megabytes: 128 })).toBeNull()
    expect(performance.now() - began).toBeLessThan(limits.seconds * 1000)
  })

  test.each([
    ['writes nothing', ['exit 0']],
    ['ends badly', [writesPdf, 'exit 3']],
    ['writes something else', ['echo "<html>" > "$out/asal.pdf"']],
    ['writes without end', [`{ printf '%%PDF-1.7'; yes; } > "$out/asal.pdf"`, 'exit 0']],
    ['says that it writes much', [writesPdf, 'truncate -s 900G "$out/asal.pdf"', 'truncate -s 1M "$out/asal.pdf"']],
    ['points at another file', [`printf '%%PDF-1.7 x' > "$HOME/b"`, 'ln -s "$HOME/b" "$out/asal.pdf"']],
    ['gives another file a second name', [`printf '%%PDF-1.7' > "$HOME/b"`, 'ln "$HOME/b" "$out/asal.pdf"']],
    ['points at another folder', ['mkdir "$HOME/c"', 'rmdir "$out"', 'ln -s "$HOME/c" "$out"', writesPdf]],
    ['makes a pipe of it', ['mkfifo "$out/asal.pdf"']],
  ])('that %s has made nothing', async (_, does) => {
    expect(await turn(does)).toBeNull()
  })

  test('cannot change the file that it was given', async () => {
    const file = await makeFile('a.docx', 'as it was')
    const office = await openHostile([`for one in "$HOME"/asal.*; do echo changed > "$one"; done`, writesPdf])
    expect(await office.toPdf(file, sizeOf)).toBe(10)
    expect(await readFile(file.path, 'utf8')).toBe('as it was')
  })

  test('is ended when the office closes, which is no word about the file', async () => {
    const wait = longWait()
    const office = await openHostile([wait])
    const file = await makeFile('a.docx')
    const turned = [office.toPdf(file, sizeOf), office.toPdf(file, sizeOf)].map((one) =>
      expect(one).rejects.toThrow(OfficeClosed),
    )
    await untilRunning(wait)
    office.close()
    await Promise.all(turned)
    await untilNoneRuns(wait)
    await expect(office.toPdf(file, sizeOf)).rejects.toThrow(OfficeClosed)
  })

  test('is ended with whoever opened the office, however that ended', async () => {
    const wait = longWait()
    const program = await makeProgram([wait])
    const file = await makeFile('a.docx')
    const opens = `const { openOffice } = await import(${JSON.stringify(path.join(import.meta.dirname, 'office.ts'))})
      await openOffice(${JSON.stringify(program)}).toPdf(${JSON.stringify(file)}, async () => undefined)`
    const opener = spawn(process.execPath, ['--input-type=module', '--eval', opens], { stdio: 'inherit' })
    const ended = once(opener, 'exit')
    await untilRunning(wait)
    opener.kill('SIGKILL')
    await ended
    await untilNoneRuns(wait)
    await untilNothingIsLeft()
  })
})

test.runIf(hasCage)('files are turned one at a time', async () => {
  const wait = longWait()
  const office = openOffice(await makeProgram([wait]), limits)
  const file = await makeFile('a.docx')
  const turned = [1, 2].map(() => expect(office.toPdf(file, sizeOf)).rejects.toThrow(OfficeClosed))
  await untilRunning(wait)
  expect((await readdir(temporary)).length).toBe(1)
  office.close()
  await Promise.all(turned)
})

test.runIf(hasCage)('in its cage a program meets neither the data of this machine nor its network', async () => {
  const secret = await makeFile('secret', 'key')
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const program = await makeProgram([
    `[ ! -e "${secret.path}" ] || exit 1`,
    '[ ! -e /etc/passwd ] && [ ! -e /root ] && [ ! -e /work/../home ] || exit 2',
    '! touch /usr/overcome 2> /dev/null || exit 3',
    `! bash -c "exec 3<> /dev/tcp/127.0.0.1/${port}" 2> /dev/null || exit 4`,
    '[ "$(ls -d /proc/[0-9]* | wc -l)" -lt 12 ] || exit 5',
    '! unshare --mount true 2> /dev/null || exit 6',
    '! mount -t tmpfs none /tmp 2> /dev/null || exit 7',
    writesPdf,
  ])
  const office = openOffice(program, limits)
  expect(await office.toPdf(await makeFile('a.docx'), sizeOf)).toBe(10)
  server.close()
})

describe.runIf(soffice !== undefined)(`LibreOffice${noOffice}`, () => {
  const office = openOffice(soffice ?? '')
  const draw = async (name: string, bytes: Uint8Array) =>
    office.toPdf(await makeFile(name, bytes), async (pdf) => (pdf ? await drawFirstPage(pdf.path, pdf.size) : null))

  test('draws a sheet as it was written', async () => {
    const sheet = { name: 'Lembar', columns: [{ header: 'Nama', width: 20 }], rows: [['Sari Puspita']] }
    const picture = await draw('a.xlsx', await writeWorkbook([sheet], new Date('2026-11-24T02:00:00Z')))
    const { dominant, channels } = await sharp(picture ?? Buffer.alloc(0)).stats()
    // White, with something written on it.
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240)
    expect(channels[0]?.min).toBeLessThan(60)
  })

  // With its usual settings it asks for each of these; with ours slides alone still showed a picture of this machine.
  test('asks nobody for what a file points at, and shows nothing of this machine', async () => {
    const asked: string[] = []
    const server = createServer(({ url = '' }, answer) => {
      asked.push(url)
      answer.end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const red = { create: { width: 9, height: 9, channels: 3, background: '#f00' } } as const
    const here = await makeFile('secret.png', await sharp(red).png().toBuffer())
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const pointsAt = [`${address}/a.png`, `file://${encodeURI(here.path)}`, `${address}/a.odt`]
    const made = [await draw('a.docx', makeDocx('Notula', pointsAt)), await draw('a.odp', makeOdp('Notula', pointsAt))]
    server.close()
    expect(asked).toEqual([])
    for (const picture of made) expect(await hasRed(picture)).toBe(false)
  })
})

/** Whether any point of the picture is as red as nothing on a page is. */
async function hasRed(picture: Uint8Array | null): Promise<boolean> {
  if (picture === null) throw new Error('no picture')
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true })
  for (let at = 0; at < data.length; at += info.channels)
    if ((data[at] ?? 0) > 200 && (data[at + 1] ?? 255) < 60 && (data[at + 2] ?? 255) < 60) return true
  return false
}
