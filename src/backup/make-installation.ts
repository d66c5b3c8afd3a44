import { randomUUID } from 'node:crypto'
import { cpSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { type Db, forAgency, transact } from '#db'
import type { Database } from '#db/connect.ts'
import { bytesOf, claimUpload, type Files, receiveFile } from '#files'
import { record } from '#journal'
import type { Keys } from './manifest.ts'

/** What no migration of ours has yet, and a backup must bring back all the same. */
const strange = `
  create table strange (
    id bigint generated always as identity primary key,
    number serial not null,
    doubled integer generated always as (number * 2) stored,
    body jsonb, words text[], bytes bytea, day date, instant timestamptz, figure numeric(20,6), pair daterange,
    watched integer not null default 0,
    next_id bigint
  );
  alter table strange add constraint strange_is_followed foreign key (next_id) references strange;
  create function watch() returns trigger language plpgsql as $$ begin new.watched := new.watched + 1; return new; end $$;
  create trigger watched before insert on strange for each row execute function watch();
`

const strangeRows = `
  insert into strange (body, words, bytes, day, instant, figure, pair) values
    ('{"a": [1, null, "\\\\u0009"]}', array['satu', null, E'dua\\n\\t\\\\N'], '\\x00ff0a', '2024-02-29', '2026-11-24 09:00:00.123456+00', 12345678901234.567891, '[2026-01-01,2026-12-31]'),
    (null, '{}', '', 'infinity', '-infinity', null, 'empty');
  update strange set next_id = 3 - id;
`

/** A copy of our migrations with one more, in the folder. */
export function makeMigrations(folder: string): string {
  const migrations = path.join(folder, 'migrations')
  cpSync('migrations', migrations, { recursive: true })
  writeFileSync(path.join(migrations, '9000_strange.sql'), strange)
  return migrations
}

export const makeKeys = (): Keys => ({
  secret: 'r'.repeat(40),
  fieldKey: Buffer.alloc(32, 1),
  indexKey: Buffer.alloc(32, 2),
})

/** Fills an installation with an agency, a person with a sealed NIP, journal entries, files and an upload. */
export async function fill(database: Database & { url: string }, files: Files): Promise<Db> {
  const [agencyId, accountId, personId, unitId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const now = new Date('2026-11-24T09:00:00.123Z')
  const db = forAgency(database, agencyId)
  const { query, vault } = database
  await query
    .insertInto('agency')
    .values({ id: agencyId, slug: 'pustaka', name: 'Pustaka "Nusantara"\\\t\n' })
    .execute()
  await query.insertInto('account').values({ id: accountId, name: 'Sari', email: 'sari@demo.example' }).execute()
  await query.insertInto('unit').values({ agencyId, id: unitId, name: 'Biro', slug: 'biro' }).execute()
  const nip = '198504122009122903'
  const sealed = { nipSealed: vault.seal(nip), nipIndex: vault.index(nip) }
  await query
    .insertInto('person')
    .values({ agencyId, id: personId, name: 'Sari', unitId, ...sealed })
    .execute()
  const actor = { accountId, personId }
  for (const content of ['isi satu', 'isi dua', 'isi satu'])
    await transact(db, async (tx) => {
      const sent = { actor, name: `${content}.txt`, size: content.length, source: bytesOf(Buffer.from(content)) }
      const arrival = await receiveFile(db, files, sent, now)
      if ('refused' in arrival) throw new Error(arrival.refused)
      const thing = { kind: 'decree', id: randomUUID() } as const
      await claimUpload(tx, actor, arrival.upload.id, thing, now)
      await record(tx, actor, { event: 'decree.attached', thing, details: { position: 1 } }, now)
    })
  await receiveFile(db, files, { actor, name: 'tunggu.txt', size: 8, source: bytesOf(Buffer.from('menunggu')) }, now)
  await asOwner(database.url, (client) => client.query(strangeRows))
  return db
}

export async function asOwner<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Every row of every table, and where each sequence stands, as text. */
export async function everything(url: string): Promise<Record<string, string[]>> {
  return asOwner(url, async (client) => {
    const { rows: relations } = await client.query<{ name: string; kind: string }>(
      `select format('%I', relname) as name, relkind as kind from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'S') order by 1`,
    )
    const found: Record<string, string[]> = {}
    for (const { name, kind } of relations) {
      const row = kind === 'S' ? `concat(last_value, ' ', is_called)` : 't::text'
      const { rows } = await client.query<{ row: string }>(`select ${row} as row from ${name} as t order by 1`)
      found[name] = rows.map((one) => one.row)
    }
    return found
  })
}
