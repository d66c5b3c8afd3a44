import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/** The slices, lower to upper: an upper one may use a lower one, never the other way. */
const order = [
  'people',
  'programme',
  'appointment',
  'follow-up',
  'project',
  'progress',
  'preservation',
  'recording',
  'presentation',
  'assessment',
  'competition',
  'forum',
  'notices',
  'gallery',
  'bag',
  'lke',
  'reports',
  'desk',
]
/** The plumbing below all slices. None of it knows a slice. */
const plumbing = ['kit', 'db', 'journal', 'jobs', 'files', 'mail', 'media', 'documents', 'bagit', 'web']
/** Files of texts, which are long because there is much to say. */
const textOnly = /^src\/demo\/texts\//
const root = new URL('..', import.meta.url).pathname

type Source = { path: string; text: string; lines: number; imports: string[] }

const sources: Source[] = list(join(root, 'src'))
  .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('src/db/tables.ts'))
  .map((path) => {
    const text = readFileSync(path, 'utf8')
    const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '')
    return { path: relative(root, path), text, lines: text.split('\n').length, imports }
  })
const code = sources.filter(({ path }) => !/\.test\.tsx?$/.test(path))

function list(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? list(join(folder, entry.name)) : [join(folder, entry.name)],
  )
}

const sliceOf = (path: string) => /^src\/slices\/([^/]+)\//.exec(path)?.[1]
const nameOf = (path: string) => path.split('/').at(-1) ?? ''
const offenders = (files: Source[], wrong: (source: Source) => boolean) => files.filter(wrong).map(({ path }) => path)

/** A slice's files that are not rules: they may know the database, HTTP or the clock. */
const notRules = /(^|-)(store|commands|jobs|held|view|identity|index)\.tsx?$|routes\.tsx$|^make-|\.test\.tsx?$/

const rules = sources.filter(
  ({ path }) =>
    sliceOf(path) && !/\/(pages|islands)\//.test(path) && path.endsWith('.ts') && !notRules.test(nameOf(path)),
)

describe('rules and policies', () => {
  test('do no input or output, know no HTTP, and ask nobody what time it is', () => {
    const forbiddenImport = /^(#db|#web|#journal|#jobs|#files|#mail|#environment|hono|kysely|pg$|node:)/
    const wrong = ({ imports, text }: Source) =>
      imports.some((name) => forbiddenImport.test(name)) || /new Date\(\)|Date\.now\(|Math\.random\(/.test(text)
    expect(
      offenders(
        rules.filter(({ path }) => !ports.has(path)),
        wrong,
      ),
    ).toEqual([])
  })
})

/** Slice files in which the outside is met on purpose, by name, each with the reason for it. */
const ports = new Map([
  ['src/slices/gallery/oai/token.ts', 'Node’s HMAC'],
  ['src/slices/people/identity.ts', 'sign-in itself is better-auth’s'],
  ['src/slices/people/password-hash.ts', 'Node’s argon2'],
  ['src/slices/people/password-list.ts', 'the files of known passwords'],
])

describe('SQL', () => {
  test('stands in stores and in the database’s own rooms only', () => {
    const speaksSql =
      /\b(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql`|\b(select|insert|update|remove)\((tx|db), '/
    const maySpeak =
      /^src\/(db|journal|jobs|files|backup|operations|processes|slices\/reports)\/|(^|-)store\.ts$|^make-/
    expect(
      offenders(code, ({ path, text }) => !maySpeak.test(path) && !maySpeak.test(nameOf(path)) && speaksSql.test(text)),
    ).toEqual([])
  })
})

describe('doors', () => {
  test('a relative import stays in its slice or room', () => {
    const isTop = (path: string) => path.split('/').length === 2
    const roomOf = (path: string) =>
      path
        .split('/')
        .slice(0, sliceOf(path) ? 3 : 2)
        .join('/')
    const isRoom = (path: string) => sliceOf(path) !== undefined || plumbing.includes(path.split('/')[1] ?? '')
    const leaves = ({ path, imports }: Source) =>
      imports
        .filter((name) => name.startsWith('.'))
        .map((name) => join(path, '..', name))
        .some(
          (target) =>
            roomOf(target) !== roomOf(path) && (isRoom(path) || isRoom(target)) && !isTop(path) && !isTop(target),
        )
    expect(offenders(sources, leaves)).toEqual([])
  })

  test('a slice uses only slices below it, and plumbing uses none', () => {
    const upward = ({ path, imports }: Source) => {
      const own = order.indexOf(sliceOf(path) ?? '')
      const isPlumbing = plumbing.includes(path.split('/')[1] ?? '')
      if (own === -1 && !isPlumbing) return false
      return imports.some((name) => {
        const other = order.indexOf(name.replace(/^#/, ''))
        return other !== -1 && (isPlumbing || other >= own)
      })
    }
    expect(offenders(code, upward)).toEqual([])
  })

  test('every slice is one of the house', () => {
    const slices = [...new Set(sources.map(({ path }) => sliceOf(path)).filter((slice) => slice !== undefined))]
    expect(slices.filter((slice) => !order.includes(slice))).toEqual([])
  })
})

describe('files', () => {
  test('no folder is named after nothing in particular', () => {
    const vague = /(^|\/)(utils?|helpers?|common|shared|misc|lib)(\/|\.tsx?$)/
    expect(offenders(sources, ({ path }) => vague.test(path))).toEqual([])
  })

  test('none is over 300 lines', () => {
    expect(offenders(sources, ({ path, lines }) => lines > 300 && !textOnly.test(path))).toEqual([])
  })

  test('no default export, no debugging left behind', () => {
    expect(offenders(code, ({ text }) => /export default|\bdebugger\b|console\.log/.test(text))).toEqual([])
  })
})

describe('numbered files', () => {
  test.each(['migrations', 'docs/decisions'])('%s have a number each', (folder) => {
    const numbers = readdirSync(join(root, folder)).map((name) => name.slice(0, 4))
    expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([])
  })
})

describe('tables', () => {
  /** They belong to no agency: who signs in, what road maps say, and what this installation is. */
  const global = new Set([
    ...['account', 'session', 'credential', 'verification', 'agency', 'schema_migration'],
    ...['reform_set', 'reform_area', 'reform_target', 'reform_area_mapping'],
    ...['sign_in_failure', 'address_failure', 'known_device', 'setup_key', 'backup_run', 'fixity_round', 'open_data'],
  ])
  test('all others carry their agency in their primary key', () => {
    const sql = readdirSync(join(root, 'migrations')).map((name) =>
      readFileSync(join(root, 'migrations', name), 'utf8'),
    )
    const tables = sql.join('\n').matchAll(/create table (\w+) \(([\s\S]*?)\n\);/g)
    const wrong = [...tables]
      .filter(([, name, body]) => !global.has(name ?? '') && !/primary key \(agency_id, /.test(body ?? ''))
      .map(([, name]) => name)
    expect(wrong).toEqual([])
  })
})
