import type { Readable } from 'node:stream'

/** Bytes that are kept, named by what they are. */
export type Blob = {
  /** SHA-256, as 64 hexadecimal figures. */
  sha256: string
  /** Bytes. */
  size: number
}

/** From the first to the last byte, both included, as HTTP counts. */
export type Range = { first: number; last: number }

/** What bytes come from: a stream, or anything that gives its parts one after the other. */
export type Source = AsyncIterable<Uint8Array>

/**
 * Where the bytes of files lie, each content once under `<agency>/<sha256>`. Nothing in it is ever changed: a content
 * is put whole or not at all. Rows in the database say what of it is in use.
 */
export type Blobs = {
  /** Keeps the bytes; when it resolves they survive a loss of power. Twice the same is once. */
  put(agencyId: string, source: Source): Promise<Blob>
  /** The same for a file of this machine, which is never written again and stays where it is. */
  putFile(agencyId: string, path: string): Promise<Blob>
  /** Bytes of the blob; undefined when it isn't there. */
  sizeOf(agencyId: string, sha256: string): Promise<number | undefined>
  /** Reads it, or a part of it. The stream breaks when it isn't there. */
  open(agencyId: string, sha256: string, range?: Range): Readable
  /** Hands `work` a path of this machine at which the bytes can be read until it is done. */
  withLocalCopy<Result>(agencyId: string, sha256: string, work: (path: string) => Promise<Result>): Promise<Result>
  /** Bytes of this machine that such a copy fills: none where the blob lies on it. */
  copySizeOf(agencyId: string, sha256: string): Promise<number>
  /** Takes it away; one that isn't there is no matter. */
  remove(agencyId: string, sha256: string): Promise<void>
  /** All that is kept for the agency, in no order. */
  list(agencyId: string): AsyncIterable<Blob & { putAt: Date }>
  /** Takes away what writers that died before `before` left behind. */
  tidy(before: Date): Promise<void>
  /** The agencies for which anything is kept. */
  agencies(): Promise<string[]>
  /**
   * An address at which a browser may fetch the blob from the storage itself for a short while, as a download under
   * these headers; undefined when it isn't there. Only a storage that browsers reach has it.
   */
  addressOf?(
    agencyId: string,
    sha256: string,
    as: { contentType: string; disposition: string },
  ): Promise<string | undefined>
}

/** Where in a store a blob lies. Throws for what is no key, so that nobody leaves the store by one. */
export function keyOf(agencyId: string, sha256: string): string {
  if (!isAgency(agencyId) || !isDigest(sha256)) throw new Error(`No key of a blob: ${agencyId}/${sha256}`)
  return `${agencyId}/${sha256}`
}

export const isDigest = (name: string): boolean => /^[0-9a-f]{64}$/.test(name)
export const isAgency = (name: string): boolean => /^[0-9a-f-]{36}$/.test(name)
