import { expect, test } from 'vitest'
import { type Meant, whyHidden } from './hidden.ts'

const film: Meant = { kind: 'film', embargoUntil: null, hasLight: true, isCopied: false, processing: null }
const today = '2026-11-24'

test.each([
  ['a film that plays', film, null],
  ['one whose light version is there, though a later step failed', { ...film, processing: 'failed' }, null],
  ['one that failed', { ...film, hasLight: false, processing: 'failed' }, /gagal[\s\S]*coba olah lagi/],
  ['one that waits for ffmpeg', { ...film, hasLight: false, processing: 'toolless' }, /ffmpeg/],
  ['one that is worked on', { ...film, hasLight: false }, /Masih diolah/],
  ['one that waits for its day', { ...film, embargoUntil: '2026-12-01' }, /1 Desember 2026/],
  ['one whose day has come', { ...film, embargoUntil: today }, null],
  ['a picture that can be copied', { ...film, kind: 'picture', isCopied: true }, null],
  ['one that cannot', { ...film, kind: 'picture', processing: 'failed' }, /JPEG, PNG/],
  ['one whose copy is still made', { ...film, kind: 'picture' }, /sedang dibuat/],
  ['one whose copy waits for ffmpeg', { ...film, kind: 'picture', processing: 'toolless' }, /ffmpeg/],
  ['a document', { ...film, kind: 'document', hasLight: false }, null],
] as const)('%s is hidden for the reason that helps, or not at all', (_, meant, why) => {
  const said = whyHidden(meant, today)
  if (why === null) expect(said).toBeNull()
  else expect(said).toMatch(why)
})
