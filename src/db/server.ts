import pg from 'pg'
import { Halt } from '#kit/halt.ts'
import { ChangedMigration, migrate, NewerDatabase } from './migrate.ts'

const oldest = 18
const answersWithin = 10_000

/** Runs `work` on one connection of its own. Throws `Halt` where the server cannot be used. */
export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: answersWithin })
  client.on('error', () => undefined)
  try {
    await client.connect()
  } catch (error) {
    throw unusable(url, error)
  }
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Throws `Halt` unless PostgreSQL of a version that we know answers at `url`. */
export async function checkServer(url: string): Promise<void> {
  const { rows } = await withClient(url, (client) => client.query('show server_version'))
  const version = String(rows[0]?.server_version)
  if (Number.parseInt(version, 10) < oldest)
    throw new Halt(
      'database',
      `PostgreSQL di ${placeOf(url)} berversi ${version}; Rintis memerlukan ${oldest} atau lebih.`,
    )
}

/** Applies what is missing; the names applied. Throws `Halt`. */
export async function migrateOrHalt(url: string, folder: string): Promise<string[]> {
  try {
    return await migrate(url, folder)
  } catch (error) {
    if (error instanceof NewerDatabase)
      throw new Halt('folder', 'Basis data ditulis Rintis yang lebih baru daripada ini: mutakhirkan Rintis.')
    if (error instanceof ChangedMigration)
      throw new Halt(
        'folder',
        `Migrasi ${error.migration} diubah sesudah diterapkan pada basis data ini: pasang Rintis dengan berkas migrasi yang asli. Tidak ada yang berubah.`,
      )
    const said = error instanceof Error ? error.message : String(error)
    throw new Halt('database', `Migrasi basis data gagal, dan tidak ada yang berubah olehnya: ${said}`)
  }
}

function unusable(url: string, error: unknown): Halt {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const why = reasons[code] ?? (error instanceof Error && error.message ? error.message : code)
  return new Halt('database', `Basis data di ${placeOf(url)} tidak dapat dipakai: ${why}. Periksa DATABASE_URL.`)
}

const reasons: Record<string, string | undefined> = {
  ECONNREFUSED: 'tidak ada server yang menjawab di porta itu',
  ENOTFOUND: 'nama mesin itu tidak dikenal',
  EAI_AGAIN: 'nama mesin itu tidak dapat dicari',
  ETIMEDOUT: 'server tidak menjawab',
  EHOSTUNREACH: 'mesin itu tidak terjangkau',
  '28P01': 'nama pengguna atau sandinya ditolak',
  '28000': 'pengguna itu tidak diizinkan masuk',
  '3D000': 'basis data itu tidak ada',
}

/** Machine and database, without the password. */
function placeOf(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || 5432}${pathname}`
}
