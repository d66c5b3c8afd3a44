import type { Context } from 'hono'
import type { Typed } from '#kit/form.ts'
import { isId } from '#kit/text.ts'
import type { Web } from '#web/request.ts'
import { type Arrival, receiveFile, settleUpload } from './arrive.ts'
import type { SettledUpload, StoredFile } from './file.ts'
import { type Family, familyInWords, familyOf } from './kinds.ts'
import { findFile, findUpload } from './store.ts'
import { turnedAwayField, uploadField } from './upload-name.ts'

export type ReadUploads = {
  /** Ids to claim in the command. */
  ids: string[]
  /** The same, with what each is called and what it is. */
  files: { id: string; name: string; mediaType: string }[]
  /** To be joined to what was typed, so that the form, should it come back, still has the files. */
  typed: Typed
  /** The message beside the field, or null. */
  refused: string | null
  /** What the script turned away before, with the reason, for a page that would otherwise say nothing of it. */
  turnedAway: string[]
}

/**
 * Reads a form's file field: files that came with the form itself, and uploads that an island made before. Each is
 * settled here, before the command opens its transaction.
 */
export async function readUploads(c: Context<Web>, name: string, wanted?: readonly Family[]): Promise<ReadUploads> {
  const body = await c.req.parseBody({ all: true })
  const read: ReadUploads = { ids: [], files: [], typed: {}, refused: null, turnedAway: turnedAwayIn(body, name) }
  const carried: string[] = []
  for (const entry of [body[uploadField(name)] ?? []].flat()) {
    if (typeof entry !== 'string' || entry === '') continue
    const id = entry.split('/', 1)[0] ?? ''
    const own = await findOwnFile(c, id)
    if (own) add(own)
    else take(await settleOwn(c, id))
  }
  for (const entry of [body[name] ?? []].flat()) {
    if (typeof entry === 'string' || (entry.size === 0 && entry.name === '')) continue
    const { size, name: given } = entry
    const sent = { actor: c.get('actor'), name: given, size, source: entry.stream() as AsyncIterable<Uint8Array> }
    take(await receiveFile(c.get('db'), c.get('files'), sent, c.get('now')))
  }
  if (carried.length > 0) read.typed[uploadField(name)] = carried
  return read

  function add({ id, name: given, mediaType }: ReadUploads['files'][number]): void {
    if (read.ids.includes(id)) return
    read.ids.push(id)
    read.files.push({ id, name: given, mediaType })
  }

  function take(arrival: Arrival): void {
    const refused = 'refused' in arrival ? arrival.refused : refuseFamily(arrival.upload, wanted)
    if (refused !== null) read.refused ??= refused
    const kept = 'upload' in arrival ? arrival.upload : arrival.waits
    if (!kept || (refused !== null && 'upload' in arrival)) return
    if (refused === null && 'upload' in arrival) add(arrival.upload)
    carried.push(`${kept.id}/${kept.name}`)
  }
}

const turnedAwayIn = (body: Record<string, unknown>, name: string): string[] =>
  [body[turnedAwayField(name)] ?? []].flat().filter((one): one is string => typeof one === 'string' && one !== '')

/** The form was sent twice and the upload became a file the first time. */
async function findOwnFile(c: Context<Web>, id: string): Promise<StoredFile | undefined> {
  const file = isId(id) ? await findFile(c.get('db'), id) : undefined
  return file?.accountId === c.get('actor').accountId ? file : undefined
}

async function settleOwn(c: Context<Web>, id: string): Promise<Arrival> {
  const upload = isId(id) ? await findUpload(c.get('db'), id) : undefined
  if (upload?.accountId !== c.get('actor').accountId)
    return { refused: 'Unggahan ini sudah tidak ada. Unggah berkasnya lagi.' }
  return settleUpload(c.get('db'), c.get('files'), upload, c.get('now'))
}

function refuseFamily(upload: SettledUpload, wanted: readonly Family[] | undefined): string | null {
  const family = familyOf(upload.mediaType)
  if (!wanted || (family && wanted.includes(family))) return null
  return `${upload.name} bukan ${wanted.map(familyInWords).join(' atau ')}. Pilih berkas lain.`
}
