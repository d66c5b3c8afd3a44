import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { readBag, textIn } from './bag-reader.ts'
import { openBag } from './bag-writer.ts'
import { verifyBag } from './verify.ts'
import { inZip } from './zip-writer.ts'

const python = (() => {
  try {
    execFileSync('python3', ['--version'])
    return true
  } catch {
    return false
  }
})()

async function* parts() {
  for (let part = 0; part < 3; part++) yield Buffer.alloc(1_000_000, part)
}
async function writeZip(to: string): Promise<void> {
  const bag = openBag(await inZip(to, 'kantong'))
  await bag.add('Satu jam é.bin', parts())
  await bag.add('kosong', '')
  await bag.finish([['External-Description', 'Uji']])
}

test.skipIf(!python)(
  'a bag in a ZIP is found whole by another program, in its folder, the same each time',
  async () => {
    const above = freshFolder()
    for (const name of ['a.zip', 'b.zip']) await writeZip(path.join(above, name))
    expect(readFileSync(path.join(above, 'a.zip')).equals(readFileSync(path.join(above, 'b.zip')))).toBe(true)
    expect(execFileSync('python3', ['-m', 'zipfile', '-t', path.join(above, 'a.zip')]).toString()).toContain('Done')
    execFileSync('python3', ['-m', 'zipfile', '-e', path.join(above, 'a.zip'), path.join(above, 'out')])
    const out = path.join(above, 'out/kantong')
    for (const one of ['sha256', 'sha512'])
      execFileSync(`${one}sum`, ['-c', '--strict', '--quiet', `manifest-${one}.txt`], { cwd: out })
    expect(readFileSync(path.join(out, 'data/Satu jam é.bin')).length).toBe(3_000_000)
    expect(readdirSync(above).toSorted()).toEqual(['a.zip', 'b.zip', 'out'])
  },
)

test('a bag in a ZIP is read where it lies, also one that another program has packed smaller', async () => {
  const above = freshFolder()
  const own = path.join(above, 'a.zip')
  await writeZip(own)
  expect(await verifyBag(await readBag(own))).toEqual([])
  const bag = await readBag(own)
  const files: Zippable = {}
  for (const inBag of bag.files.keys()) {
    const bytes: Uint8Array[] = []
    for await (const part of bag.open(inBag)) bytes.push(part)
    files[`lain/${inBag}`] = Buffer.concat(bytes)
  }
  const packed = path.join(above, 'lain.zip')
  writeFileSync(packed, zipSync({ 'lain/': new Uint8Array(), ...files }))
  expect(readFileSync(packed).length).toBeLessThan(100_000)
  expect(await verifyBag(await readBag(packed))).toEqual([])
  expect(await textIn(await readBag(packed), 'bagit.txt')).toContain('BagIt-Version')
})

test('a ZIP that is begun and given up leaves nothing', async () => {
  const above = freshFolder()
  const bag = openBag(await inZip(path.join(above, 'a.zip'), 'kantong'))
  await bag.add('satu', 'satu')
  await bag.discard()
  expect(readdirSync(above)).toEqual([])
})

const text = strToU8('x')
const bagit = { 'k/bagit.txt': strToU8('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') }
const linked = { ...bagit, 'k/data/tautan': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] } as Zippable
const grows = 1_100_000_000

/** Writes over bytes of the first entry of the directory, or of its own header. */
const over = (zip: Uint8Array, where: 'directory' | 'header', at: number, value: number): Uint8Array => {
  const bytes = Buffer.from(zip)
  const start = where === 'header' ? 0 : bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  bytes.writeUInt32LE(value, start + at)
  return bytes
}

const hostile: [string, Uint8Array, string][] = [
  ['climbs out of its folder', zipSync({ ...bagit, 'k/../../jahat': text }), 'outside'],
  ['names a place on the disk', zipSync({ ...bagit, '/etc/jahat': text }), 'outside'],
  ['names a place of Windows', zipSync({ ...bagit, 'C:\\jahat': text }), 'outside'],
  ['holds a link', zipSync(linked), 'link'],
  ['has two folders', zipSync({ ...bagit, 'lain/bagit.txt': text }), 'roots'],
  ['grows beyond all measure', over(zipSync(bagit), 'directory', 24, grows), 'bomb'],
  ['is locked', over(zipSync(bagit), 'directory', 8, 1), 'locked'],
  ['is packed in a way of its own', over(zipSync(bagit), 'directory', 10, 99), 'packed'],
  ['has entries that lie over each other', over(zipSync(bagit), 'directory', 20, 100_000), 'overlap'],
  ['is none', strToU8('bukan ZIP sama sekali'), 'no-zip'],
  ['is cut off', zipSync(bagit).subarray(0, 60), 'no-zip'],
  ['says another name in front of its bytes', over(zipSync(bagit), 'header', 32, 0x41414141), 'no-bag'],
  ['holds fewer bytes than it says', over(zipSync(bagit), 'directory', 24, 900), 'no-bag'],
  ['holds more bytes than it says', over(zipSync(bagit), 'directory', 24, 3), 'no-bag'],
]

test.each(hostile)('a ZIP that %s is refused', async (_, bytes, why) => {
  const file = path.join(freshFolder(), 'a.zip')
  writeFileSync(file, bytes)
  expect((await verifyBag(await readBag(file))).map((flaw) => flaw.why)).toContain(why)
})
