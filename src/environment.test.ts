import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { freshFolder } from '#test/folder.ts'
import { readEnvironment } from './environment.ts'

const folder = freshFolder()

test('nothing set is a laptop: this machine only, PostgreSQL of its own, mail that is shown', () => {
  const environment = readEnvironment({ PATH: '/bin', PORT: '' })
  expect(environment).toMatchObject({ port: 3000, host: '127.0.0.1', url: 'http://localhost:3000', role: 'all' })
  expect(environment).toMatchObject({ databaseUrl: undefined, showsOutbox: true, production: false, warnings: [] })
  expect(environment.data).toBe(path.resolve('data'))
})

test('the address follows the port', () => {
  expect(readEnvironment({ PORT: '4100' }).url).toBe('http://localhost:4100')
})

test.each([
  [{ PORT: '70000' }, 'PORT harus bilangan'],
  [{ RINTIS_ROLE: 'queen' }, 'RINTIS_ROLE harus all, web, atau worker'],
  [{ RINTIS_ROLE: 'web' }, 'DATABASE_URL'],
  [{ DATABASE_URL: 'mysql://localhost/rintis' }, 'DATABASE_URL harus berbentuk postgres://'],
  [{ RINTIS_SECRET: 'short' }, 'RINTIS_SECRET harus paling sedikit 32 bita'],
  [{ RINTIS_FIELD_KEY: 'zz'.repeat(32) }, 'RINTIS_FIELD_KEY harus 32 bita'],
  [{ RINTIS_MAX_UPLOAD: 'large' }, 'RINTIS_MAX_UPLOAD harus ukuran'],
  [{ RINTIS_URL: 'http://rintis.example.go.id' }, 'RINTIS_URL di luar mesin ini harus https'],
  [{ RINTIS_URL: 'https://rintis.example.go.id/rintis' }, 'RINTIS_URL hanya boleh berisi'],
  [{ RINTIS_FILES: 's3', S3_BUCKET: 'rintis' }, 'S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY harus diisi'],
  [{ S3_BUCKET: 'rintis' }, 'S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY harus diisi pula bila S3_BUCKET'],
  [{ S3_ENDPOINT: 's3.example.go.id' }, 'S3_ENDPOINT harus alamat lengkap'],
  [{ SMTP_URL: 'smtp://localhost' }, 'MAIL_FROM harus diisi'],
  [{ OIDC_ISSUER: 'https://sso.example' }, 'OIDC_CLIENT_ID, OIDC_CLIENT_SECRET harus diisi'],
  [{ RINTIS_NOW: '2026-11-24T09:00:00Z', NODE_ENV: 'production' }, 'RINTIS_NOW hanya untuk pengujian'],
  [{ RINTIS_NOW: 'yesterday' }, 'RINTIS_NOW harus saat'],
  [{ RINTIS_SECRET_FILE: '/nowhere/secret' }, 'RINTIS_SECRET_FILE menunjuk berkas yang tidak dapat dibaca'],
])('%o is refused by name, with how it should be', (env, sentence) => {
  expect(() => readEnvironment(env)).toThrow(expect.objectContaining({ reason: 'configuration' }))
  expect(() => readEnvironment(env)).toThrow(sentence)
})

test('every wrong value is named at once', () => {
  expect(() => readEnvironment({ PORT: 'x', RINTIS_FILES: 'tape' })).toThrow(/PORT .*; RINTIS_FILES /)
})

test('a secret may lie in a file, but not in both places', () => {
  const file = path.join(folder, 'secret')
  writeFileSync(file, `${'s'.repeat(32)}\n`)
  expect(readEnvironment({ RINTIS_SECRET_FILE: file }).secret).toBe('s'.repeat(32))
  expect(() => readEnvironment({ RINTIS_SECRET_FILE: file, RINTIS_SECRET: 'x' })).toThrow('tidak boleh diisi bersamaan')
})

test('keys are read from hex and from base64', () => {
  const bytes = Buffer.alloc(32, 7)
  expect(readEnvironment({ RINTIS_FIELD_KEY: bytes.toString('hex') }).fieldKey).toEqual(bytes)
  expect(readEnvironment({ RINTIS_FIELD_KEY: bytes.toString('base64') }).fieldKey).toEqual(bytes)
})

test.each([
  ['20GB', 20e9],
  ['1.5 tb', 1.5e12],
  ['700', 700],
  ['64M', 64e6],
])('%s is %d bytes', (text, bytes) => {
  expect(readEnvironment({ RINTIS_MAX_UPLOAD: text }).maxUpload).toBe(bytes)
})

const bucket = { S3_BUCKET: 'rintis', S3_ACCESS_KEY_ID: 'k', S3_SECRET_ACCESS_KEY: 's' }

test('a bucket that is named is known, also where new files lie in the folder', () => {
  expect(readEnvironment(bucket)).toMatchObject({ files: 'local', s3: { bucket: 'rintis', region: 'us-east-1' } })
  expect(readEnvironment({}).s3).toBeUndefined()
})

test.each([
  ['https://rintis.go.id', 'https://s3.go.id', true],
  ['https://rintis.go.id', undefined, true],
  ['https://rintis.go.id', 'http://s3.go.id', false],
  ['https://rintis.go.id', 'https://127.0.0.1:9000', false],
  ['http://localhost:3000', 'http://127.0.0.1:9000', true],
  ['http://localhost:3000', 'http://minio:9000', false],
])('whoever is at %s is sent to %s: %s', (url, endpoint, isDirect) => {
  const place = { ...bucket, RINTIS_URL: url, S3_ENDPOINT: endpoint }
  expect(readEnvironment(place).s3).toMatchObject({ isDirect })
  expect(readEnvironment({ ...place, S3_DIRECT: '0' }).s3).toMatchObject({ isDirect: false })
})

test('http beyond this machine is let pass when it is meant', () => {
  const environment = readEnvironment({ RINTIS_URL: 'http://10.0.0.7:3000/', RINTIS_INSECURE_HTTP: '1' })
  expect(environment).toMatchObject({ url: 'http://10.0.0.7:3000', showsOutbox: false })
})

test('a misspelt name warns with the nearest one', () => {
  expect(readEnvironment({ RINTIS_DTA: '/srv' }).warnings).toEqual([
    'RINTIS_DTA tidak dikenal; mungkin maksudnya RINTIS_DATA.',
  ])
})

test('in tests the clock can stand still', () => {
  const { now } = readEnvironment({ RINTIS_NOW: '2026-11-24T09:00:00+07:00' })
  expect(now()).toEqual(new Date('2026-11-24T02:00:00Z'))
})
