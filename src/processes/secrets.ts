import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Environment } from '#environment'
import { absent, keepOnce } from '#kit/disk.ts'
import { Halt } from '#kit/halt.ts'

/** Keys of this installation: whoever has them and the database reads everything. */
export type Secrets = {
  /** Signs sessions and tokens. */
  secret: string
  /** What signed them before; still accepted. */
  secretOld: string | undefined
  /** 32 bytes each, for `openVault`. */
  fieldKey: Buffer
  indexKey: Buffer
  /** Opens the set-up page, for as long as there is no agency. */
  setUpKey: string
}

/**
 * The keys from the environment, else from `folder`, where they are made when `mayMake` (a new installation): a new
 * key on an old database would leave sealed fields unreadable.
 */
export async function keepSecrets(environment: Environment, folder: string, mayMake: boolean): Promise<Secrets> {
  const kept = async (name: string, variable: string): Promise<string> => {
    const file = path.join(folder, name)
    if (!mayMake && !(await readFile(file, 'utf8').catch(absent))?.trim())
      throw new Halt('folder', `Kunci ${file} hilang: pulihkan dari cadangan, atau isi ${variable}.`)
    return keepOnce(file, () => randomBytes(32).toString('hex'))
  }
  return {
    secret: environment.secret ?? (await kept('session', 'RINTIS_SECRET')),
    secretOld: environment.secretOld,
    fieldKey: environment.fieldKey ?? Buffer.from(await kept('field-key', 'RINTIS_FIELD_KEY'), 'hex'),
    indexKey: environment.indexKey ?? Buffer.from(await kept('index-key', 'RINTIS_INDEX_KEY'), 'hex'),
    setUpKey: await keepOnce(path.join(folder, 'set-up-key'), () => randomBytes(18).toString('base64url')),
  }
}
