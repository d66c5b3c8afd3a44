import path from 'node:path'
import { exportBag, type Scope } from '#bag'
import { inFolder, inZip } from '#bagit'
import { Halt } from '#kit/halt.ts'
import { parseArk } from '#recording'
import { withParts } from './installation.ts'
import { type Call, demanded, type Operation } from './operation.ts'

export const bagExport: Operation = {
  summary: 'menulis dokumentasi sebagai kantong arsip BagIt, yang dapat dibaca tanpa Rintis',
  usage: '(--recording KODE | --project KODE | --programme SLUG | --all) --to FOLDER [--zip]',
  options: {
    recording: { type: 'string' },
    project: { type: 'string' },
    programme: { type: 'string' },
    all: { type: 'boolean' },
    to: { type: 'string' },
    zip: { type: 'boolean' },
  },
  run: (call) => {
    const scope = scopeOf(call)
    const to = path.resolve(demanded(call, 'to'))
    return withParts(call.environment, async ({ database, files, environment }) => {
      const { url, now } = environment
      const at = call.values.zip === true ? `${to}.zip` : to
      const place = call.values.zip === true ? await inZip(at, path.basename(to)) : await inFolder(to)
      const written = await exportBag(database, files.blobs, { scope, to: place, url, now: now() })
      const lines = [`${written.objects} dokumentasi, ${written.files} berkas, ${written.bytes} bita: ${at}`]
      return { lines, value: { ...written, path: at } }
    })
  },
}

/** Exactly one of the four ways of saying what is exported. Throws `Halt`. */
function scopeOf({ values }: Call): Scope {
  const said = ['recording', 'project', 'programme', 'all'].filter((name) => values[name] !== undefined)
  if (said.length !== 1)
    throw new Halt('usage', 'Pilih satu: --recording, --project, --programme, atau --all; lihat --help.')
  if (typeof values.recording === 'string') return { recording: values.recording, ark: parseArk(values.recording) }
  if (typeof values.project === 'string') return { project: values.project }
  return typeof values.programme === 'string' ? { programme: values.programme } : { all: true }
}
