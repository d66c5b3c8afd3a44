import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** Seals what must not be readable in the database or its backups, and finds it again by a keyed hash. */
export type Vault = {
  /** AES-256-GCM: nonce (12 bytes), tag (16 bytes), then the sealed text. */
  seal: (text: string) => Buffer
  /** Throws when the bytes were changed or sealed under another key. */
  open: (sealed: Buffer) => string
  /** HMAC-SHA-256: the same text gives the same 32 bytes, and only to who has the key. */
  index: (text: string) => Buffer
}

/** A vault from two keys of 32 bytes each (`RINTIS_FIELD_KEY`, `RINTIS_INDEX_KEY`). */
export function openVault(fieldKey: Buffer, indexKey: Buffer): Vault {
  return {
    seal: (text) => {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', fieldKey, nonce)
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
    },
    open: (sealed) => {
      const decipher = createDecipheriv('aes-256-gcm', fieldKey, sealed.subarray(0, 12))
      decipher.setAuthTag(sealed.subarray(12, 28))
      return decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8')
    },
    index: (text) => createHmac('sha256', indexKey).update(text).digest(),
  }
}
