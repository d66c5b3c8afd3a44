import type { Tables } from '#db'

export type ThingKind = Tables['file']['thingKind']

/** Berkas: what somebody attached to one thing, under the name that it was given. Its bytes lie under the SHA-256. */
export type StoredFile = {
  agencyId: string
  id: string
  sha256: string
  /** Bytes. */
  size: number
  name: string
  mediaType: string
  thingKind: ThingKind
  thingId: string
  /** Which part of the thing it is, where a thing has several; empty where it has one. */
  part: string
  accountId: string | null
  personId: string | null
  createdAt: Date
}

/** Unggahan: a file on its way in; settled once it has arrived whole and its content was found to be what it says. */
export type Upload = {
  agencyId: string
  id: string
  accountId: string
  name: string
  /** Bytes of the whole, as announced. */
  size: number
  sha256: string | null
  mediaType: string | null
  createdAt: Date
  /** How it stands with the virus scanner; null where there is none, or before it is whole. */
  quarantine: Quarantine | null
  /** What the scanner found in it. */
  threat: string | null
}

export type Quarantine = NonNullable<Tables['upload']['quarantine']>

/** An upload that may be claimed. */
export type SettledUpload = Upload & { sha256: string; mediaType: string }

export const isSettled = (upload: Upload): upload is SettledUpload =>
  upload.sha256 !== null && upload.mediaType !== null

/** How long an upload waits for its rest or its form: long enough for 2 GB over a village's line and a weekend. */
export const uploadDays = 7

const longestName = 200

/**
 * The name of a file as it may be stored and shown: no folders before it, no control or direction-changing characters,
 * its extension kept when it must be cut. It is never used as a path.
 */
export function cleanName(given: string): string {
  const base = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const name = base.replace(/[\p{Cc}\p{Cf}]/gu, '').trim()
  if (name.replaceAll('.', '') === '') return 'berkas'
  if (name.length <= longestName) return name
  const extension = name.match(/\.[^.]{1,8}$/)?.[0] ?? ''
  return name.slice(0, longestName - extension.length) + extension
}
