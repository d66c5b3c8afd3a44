import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freePort } from '#db/port.ts'
import { freshFolder } from '#test/folder.ts'
import { startReady, startRintis } from '#test/rintis.ts'

const folder = freshFolder()

/** An empty folder, or one with these files in it. */
function folderOf(name: string, files: Record<string, string> = {}): string {
  const data = path.join(folder, name)
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(data, file)), { recursive: true })
    writeFileSync(path.join(data, file), text)
  }
  return data
}

/** How it ends, and the sentence it ends with; nothing of it may look like a program's own trouble. */
async function ending(data: string, how: Parameters<typeof startRintis>[1] = {}): Promise<[number | null, string]> {
  const rintis = await startRintis(data, how)
  const code = await rintis.exited
  expect(rintis.stdout()).toBe('')
  expect(rintis.stderr()).not.toMatch(/^\s+at /m)
  const sentences = rintis.stderr().trim().split('\n')
  return [code, sentences.filter((line) => !/…$/.test(line)).join('\n')]
}

test('wrong usage is 2', async () => {
  expect(await ending(folderOf('usage'), { args: ['--queen'] })).toEqual([2, expect.stringContaining('Pemakaian:')])
})

test('a wrong variable is 3, by name', async () => {
  expect(await ending(folderOf('port'), { env: { PORT: 'http' } })).toEqual([3, 'PORT harus bilangan 1 sampai 65535.'])
})

test('a data folder that is a file, or somebody else’s, is 4', async () => {
  folderOf('files', { file: 'text', 'others/letter.docx': 'text' })
  expect(await ending(path.join(folder, 'files', 'file'))).toEqual([4, expect.stringContaining('bukan folder')])
  expect(await ending(path.join(folder, 'files', 'others'))).toEqual([
    4,
    expect.stringContaining('bukan folder data Rintis'),
  ])
})

test('a data folder of a newer version is 4', async () => {
  const data = folderOf('newer', { VERSION: '99.0.0\n' })
  expect(await ending(data)).toEqual([4, expect.stringContaining('Rintis 99.0.0, lebih baru')])
})

test('a data folder that lost its beginning is 4', async () => {
  const data = folderOf('torn', { VERSION: '', 'postgres/data/PG_VERSION': '18\n', 'postgres/data/base/1/1': '' })
  expect(await ending(data)).toEqual([4, expect.stringContaining('tidak utuh')])
})

test('a data folder whose keys are gone is 4: a new key would leave sealed fields unreadable', async () => {
  const data = folderOf('keyless', { VERSION: '0.0.1\n' })
  expect(await ending(data)).toEqual([4, expect.stringContaining('Kunci')])
})

test('a data folder in use is 4', async () => {
  const data = folderOf('used')
  const first = await startReady(data)
  expect(await ending(data)).toEqual([4, expect.stringContaining('sedang dipakai Rintis yang lain')])
  first.kill('SIGTERM')
  await first.exited
})

test('a database that nobody serves, or that cannot be understood, is said: 5 and 3', async () => {
  const env = { DATABASE_URL: `postgres://rintis:secret@127.0.0.1:${await freePort()}/rintis` }
  const [code, sentence] = await ending(folderOf('unreachable'), { env })
  expect([code, sentence]).toEqual([5, expect.stringContaining('tidak ada server yang menjawab')])
  expect(sentence).not.toContain('secret')
  const broken = { DATABASE_URL: 'rintis' }
  expect(await ending(folderOf('unreachable'), { env: broken })).toEqual([3, expect.stringContaining('DATABASE_URL')])
})

test('a taken port is 6, and no other is taken silently', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  expect(await ending(folderOf('taken'), { args: ['--port', String(port)] })).toEqual([
    6,
    expect.stringContaining(`Porta ${port} sudah dipakai`),
  ])
  server.close()
})
