import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { zipFolder } from './zip-writer.ts'

const python = (() => {
  try {
    execFileSync('python3', ['--version'])
    return true
  } catch {
    return false
  }
})()

test.skipIf(!python)(
  'a folder in a ZIP is found whole by another program, under its own name, the same each time',
  async () => {
    const above = freshFolder()
    const folder = path.join(above, 'kantong')
    mkdirSync(path.join(folder, 'data'), { recursive: true })
    writeFileSync(path.join(folder, 'bagit.txt'), 'BagIt-Version: 1.0\n')
    writeFileSync(path.join(folder, 'data/Satu jam é.bin'), Buffer.alloc(3_000_000, 7))
    writeFileSync(path.join(folder, 'data/kosong'), '')
    await zipFolder(folder, path.join(above, 'a.zip'))
    await zipFolder(folder, path.join(above, 'b.zip'))
    expect(readFileSync(path.join(above, 'a.zip')).equals(readFileSync(path.join(above, 'b.zip')))).toBe(true)
    expect(execFileSync('python3', ['-m', 'zipfile', '-t', path.join(above, 'a.zip')]).toString()).toContain(
      'Done testing',
    )
    execFileSync('python3', ['-m', 'zipfile', '-e', path.join(above, 'a.zip'), path.join(above, 'out')])
    const out = path.join(above, 'out/kantong')
    expect(readdirSync(out, { recursive: true }).toSorted()).toEqual([
      'bagit.txt',
      'data',
      'data/Satu jam é.bin',
      'data/kosong',
    ])
    expect(readFileSync(path.join(out, 'data/Satu jam é.bin')).length).toBe(3_000_000)
    expect(readdirSync(above).toSorted()).toEqual(['a.zip', 'b.zip', 'kantong', 'out'])
  },
)
