import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { Halt } from '#kit/halt.ts'
import { trialNaan } from '#kit/naan.ts'
import { isCloseTo, isLoopback, isReachedFrom, keyBytes, sizeInBytes } from './environment-values.ts'

const port = z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(65_535))
const flag = z.enum(['0', '1']).transform((value) => value === '1')
const whole = z.string().regex(/^\d+$/).transform(Number)
const size = z.string().transform(sizeInBytes).pipe(z.number().positive())
const key = z.string().transform(keyBytes).pipe(z.instanceof(Buffer))
const secret = z.string().refine((value) => Buffer.byteLength(value) >= 32)
const text = z.string()
const postgresUrl = z.url({ protocol: /^postgres(ql)?$/ })

/** Each variable: how its text is read, and what is said when it cannot be. */
const variables = {
  RINTIS_DATA: [text.default('./data'), 'harus nama folder'],
  PORT: [port.default(3000), 'harus bilangan 1 sampai 65535'],
  HOST: [text.default('127.0.0.1'), 'harus alamat atau nama mesin ini'],
  RINTIS_URL: [
    z.url({ protocol: /^https?$/ }).optional(),
    'harus alamat lengkap, misalnya https://rintis.example.go.id',
  ],
  RINTIS_ROLE: [z.enum(['all', 'web', 'worker']).default('all'), 'harus all, web, atau worker'],
  NODE_ENV: [text.optional(), 'harus teks'],
  DATABASE_URL: [postgresUrl.optional(), 'harus berbentuk postgres://nama:sandi@mesin:5432/basisdata'],
  RINTIS_DATABASE_PORT: [port.optional(), 'harus bilangan 1 sampai 65535'],
  RINTIS_SECRET: [secret.optional(), 'harus paling sedikit 32 bita, misalnya hasil "openssl rand -hex 32"'],
  RINTIS_SECRET_OLD: [secret.optional(), 'harus paling sedikit 32 bita'],
  RINTIS_FIELD_KEY: [key.optional(), 'harus 32 bita dalam hex atau base64, misalnya hasil "openssl rand -hex 32"'],
  RINTIS_INDEX_KEY: [key.optional(), 'harus 32 bita dalam hex atau base64, misalnya hasil "openssl rand -hex 32"'],
  RINTIS_FILES: [z.enum(['local', 's3']).default('local'), 'harus local atau s3'],
  S3_ENDPOINT: [z.url({ protocol: /^https?$/ }).optional(), 'harus alamat lengkap, misalnya https://s3.example.go.id'],
  S3_REGION: [text.default('us-east-1'), 'harus nama wilayah'],
  S3_BUCKET: [text.optional(), 'harus nama wadah'],
  S3_ACCESS_KEY_ID: [text.optional(), 'harus teks'],
  S3_SECRET_ACCESS_KEY: [text.optional(), 'harus teks'],
  S3_FORCE_PATH_STYLE: [flag.default(false), 'harus 0 atau 1'],
  S3_DIRECT: [flag.default(true), 'harus 0 atau 1'],
  RINTIS_FILES_MIRROR: [text.optional(), 'harus nama folder'],
  RINTIS_MAX_UPLOAD: [size.default(20e9), 'harus ukuran, misalnya 20GB'],
  RINTIS_QUOTA: [size.optional(), 'harus ukuran, misalnya 500GB'],
  SMTP_URL: [z.url({ protocol: /^smtps?$/ }).optional(), 'harus berbentuk smtp://nama:sandi@mesin:587'],
  MAIL_FROM: [text.regex(/@/).optional(), 'harus alamat surel, misalnya "Rintis <rintis@example.go.id>"'],
  OIDC_ISSUER: [z.url({ protocol: /^https?$/ }).optional(), 'harus alamat lengkap penyedia'],
  OIDC_CLIENT_ID: [text.optional(), 'harus teks'],
  OIDC_CLIENT_SECRET: [text.optional(), 'harus teks'],
  RINTIS_TRUST_PROXY: [whole.default(0), 'harus banyaknya proksi di depan Rintis: 0, 1, …'],
  RINTIS_INSECURE_HTTP: [flag.default(false), 'harus 0 atau 1'],
  RINTIS_METRICS_TOKEN: [text.min(16).optional(), 'harus paling sedikit 16 huruf'],
  LOG_LEVEL: [
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    'harus trace, debug, info, warn, error, fatal, atau silent',
  ],
  RINTIS_ARK_NAAN: [text.regex(/^[0-9bcdfghjkmnpqrstvwxz]+$/).default(trialNaan), 'harus nomor NAAN, misalnya 99999'],
  RINTIS_OAI_PAGE: [whole.pipe(z.number().min(1).max(1000)).default(100), 'harus bilangan 1 sampai 1000'],
  FFMPEG_PATH: [text.optional(), 'harus nama berkas program'],
  FFPROBE_PATH: [text.optional(), 'harus nama berkas program'],
  CHROMIUM_PATH: [text.optional(), 'harus nama berkas program'],
  SOFFICE_PATH: [text.optional(), 'harus nama berkas program'],
  CLAMD_URL: [
    z.url({ protocol: /^(tcp|unix)$/ }).optional(),
    'harus berbentuk tcp://mesin:3310 atau unix:/run/clamav/clamd.ctl',
  ],
  RINTIS_BREACHED_PASSWORDS: [text.optional(), 'harus nama berkas'],
  RINTIS_DEMO_PASSWORD: [text.min(8).optional(), 'harus paling sedikit 8 huruf'],
  RINTIS_NOW: [
    z.iso.datetime({ offset: true }).pipe(z.coerce.date()).optional(),
    'harus saat, misalnya 2026-11-24T09:00:00Z',
  ],
} as const

type Name = keyof typeof variables
type Values = { [N in Name]: z.output<(typeof variables)[N][0]> }

/** Those that may also come from a file, as `<NAME>_FILE`. */
const secrets: Name[] = [
  'DATABASE_URL',
  'RINTIS_SECRET',
  'RINTIS_SECRET_OLD',
  'RINTIS_FIELD_KEY',
  'RINTIS_INDEX_KEY',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'SMTP_URL',
  'OIDC_CLIENT_SECRET',
  'RINTIS_METRICS_TOKEN',
  'RINTIS_DEMO_PASSWORD',
]

/** What whoever runs Rintis has settled, read once (docs/operations.md lists the names). */
export type Environment = ReturnType<typeof shape> & {
  /** Sentences about names that look like ours and aren't. */
  warnings: string[]
}

/** Reads the variables; throws `Halt` naming each wrong one and how it should be. */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const values = {} as Record<string, unknown>
  const wrong: string[] = []
  for (const [name, [schema, how]] of Object.entries(variables)) {
    const read = schema.safeParse(textOf(env, name as Name))
    if (read.success) values[name] = read.data
    else wrong.push(`${name} ${how}`)
  }
  if (wrong.length > 0) throw refused(wrong.join('; '))
  const read = values as Values
  refuseContradictions(read)
  return { ...shape(read), warnings: strangers(env) }
}

/** The variable's text, or that of the file it names; an empty one counts as none. */
function textOf(env: Record<string, string | undefined>, name: Name): string | undefined {
  const given = env[name]?.trim() || undefined
  const file = secrets.includes(name) ? env[`${name}_FILE`]?.trim() : undefined
  if (!file) return given
  if (given) throw refused(`${name} dan ${name}_FILE tidak boleh diisi bersamaan`)
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    throw refused(`${name}_FILE menunjuk berkas yang tidak dapat dibaca: ${file}`)
  }
}

function refuseContradictions(read: Values): void {
  const url = new URL(read.RINTIS_URL ?? 'http://localhost')
  if (url.pathname !== '/' || url.search || url.username)
    throw refused('RINTIS_URL hanya boleh berisi skema, mesin, dan porta, tanpa jalur di belakangnya')
  if (url.protocol === 'http:' && !isLoopback(url.hostname) && !read.RINTIS_INSECURE_HTTP)
    throw refused('RINTIS_URL di luar mesin ini harus https; isi RINTIS_INSECURE_HTTP=1 bila http memang disengaja')
  if (read.RINTIS_ROLE !== 'all' && !read.DATABASE_URL)
    throw refused(
      `RINTIS_ROLE=${read.RINTIS_ROLE} memerlukan DATABASE_URL, karena hanya peran all menjalankan PostgreSQL`,
    )
  if (read.RINTIS_FILES === 's3') demand(read, 'RINTIS_FILES=s3', s3Names)
  if (read.S3_BUCKET) demand(read, 'S3_BUCKET', s3Names)
  if (read.SMTP_URL) demand(read, 'SMTP_URL', ['MAIL_FROM'])
  if (oidcNames.some((name) => read[name])) demand(read, 'OIDC', oidcNames)
  if (read.RINTIS_NOW && read.NODE_ENV === 'production')
    throw refused('RINTIS_NOW hanya untuk pengujian; hapus bila NODE_ENV=production')
}

const s3Names = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const
const oidcNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

function demand(read: Values, because: string, names: readonly Name[]): void {
  const missing = names.filter((name) => read[name] === undefined)
  if (missing.length > 0) throw refused(`${missing.join(', ')} harus diisi pula bila ${because} diisi`)
}

function shape(read: Values) {
  const url = new URL(read.RINTIS_URL ?? `http://localhost:${read.PORT}`)
  return {
    /** The data folder, absolute. */
    data: path.resolve(read.RINTIS_DATA),
    port: read.PORT,
    host: read.HOST,
    /** The public origin, without a slash at its end. */
    url: url.origin,
    role: read.RINTIS_ROLE,
    production: read.NODE_ENV === 'production',
    /** Pages that show outgoing mail, and with it reset links, exist only where nobody else can reach them. */
    showsOutbox:
      read.NODE_ENV !== 'production' &&
      isLoopback(read.HOST) &&
      isLoopback(url.hostname) &&
      read.RINTIS_TRUST_PROXY === 0,
    databaseUrl: read.DATABASE_URL,
    databasePort: read.RINTIS_DATABASE_PORT,
    secret: read.RINTIS_SECRET,
    secretOld: read.RINTIS_SECRET_OLD,
    fieldKey: read.RINTIS_FIELD_KEY,
    indexKey: read.RINTIS_INDEX_KEY,
    files: read.RINTIS_FILES,
    /** Undefined where no bucket is named. One that is named is read from, also where new files go elsewhere. */
    s3: read.S3_BUCKET === undefined ? undefined : s3Of(read, read.S3_BUCKET, url),
    filesMirror: read.RINTIS_FILES_MIRROR,
    /** Bytes. */
    maxUpload: read.RINTIS_MAX_UPLOAD,
    /** Bytes for each agency. */
    quota: read.RINTIS_QUOTA,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    oidc: read.OIDC_ISSUER && {
      issuer: read.OIDC_ISSUER,
      clientId: read.OIDC_CLIENT_ID ?? '',
      clientSecret: read.OIDC_CLIENT_SECRET ?? '',
    },
    trustProxy: read.RINTIS_TRUST_PROXY,
    metricsToken: read.RINTIS_METRICS_TOKEN,
    logLevel: read.LOG_LEVEL,
    arkNaan: read.RINTIS_ARK_NAAN,
    oaiPage: read.RINTIS_OAI_PAGE,
    ffmpegPath: read.FFMPEG_PATH,
    ffprobePath: read.FFPROBE_PATH,
    chromiumPath: read.CHROMIUM_PATH,
    sofficePath: read.SOFFICE_PATH,
    clamdUrl: read.CLAMD_URL,
    breachedPasswords: read.RINTIS_BREACHED_PASSWORDS,
    demoPassword: read.RINTIS_DEMO_PASSWORD,
    /** The clock: the machine's, or in tests one that stands still. */
    now: (): Date => read.RINTIS_NOW ?? new Date(),
  }
}

const s3Of = (read: Values, bucket: string, url: URL) => ({
  endpoint: read.S3_ENDPOINT,
  region: read.S3_REGION,
  bucket,
  accessKeyId: read.S3_ACCESS_KEY_ID ?? '',
  secretAccessKey: read.S3_SECRET_ACCESS_KEY ?? '',
  forcePathStyle: read.S3_FORCE_PATH_STYLE,
  isDirect: read.S3_DIRECT && (read.S3_ENDPOINT === undefined || isReachedFrom(url, new URL(read.S3_ENDPOINT))),
})

function strangers(env: Record<string, string | undefined>): string[] {
  const known = [...Object.keys(variables), ...secrets.map((name) => `${name}_FILE`)]
  return Object.keys(env)
    .filter((name) => name.startsWith('RINTIS_') && !known.includes(name))
    .map((name) => `${name} tidak dikenal; mungkin maksudnya ${known.toSorted(isCloseTo(name))[0]}.`)
}

const refused = (sentence: string) => new Halt('configuration', `${sentence}.`)
