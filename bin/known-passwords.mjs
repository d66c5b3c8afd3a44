// node bin/known-passwords.mjs: writes src/slices/people/known-passwords.bin, the words that no password may be made
// of. Run it when the word lists of @zxcvbn-ts are updated. Needs Node 24.
//
// The words: the 49,233 commonest passwords, each also as its stem ("sayang123" is "sayang"), and the words and names
// of Indonesian. Each is kept as the first four bytes of its SHA-1, big-endian, sorted; repeats are left out.
import { writeFileSync } from 'node:fs'
import { dictionary as common } from '@zxcvbn-ts/language-common'
import { dictionary as indonesian } from '@zxcvbn-ts/language-id'
import { stemOf } from '../src/slices/people/password.ts'
import { shortHashOf } from '../src/slices/people/password-list.ts'

const passwords = common['passwords-common'].map((word) => word.toLowerCase())
const words = Object.values(indonesian)
  .flat()
  .map((word) => word.toLowerCase().replaceAll(' ', ''))
const all = [...passwords, ...passwords.map(stemOf), ...words].filter((word) => word.length >= 3)
const hashes = Uint32Array.from(new Set(all.map(shortHashOf))).sort()
const bytes = Buffer.alloc(hashes.length * 4)
for (const [index, hash] of hashes.entries()) bytes.writeUInt32BE(hash, index * 4)
writeFileSync(new URL('../src/slices/people/known-passwords.bin', import.meta.url), bytes)
process.stdout.write(`${hashes.length} words\n`)
