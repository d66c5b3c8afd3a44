import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Database } from '#db'
import { type AppParts, createApp } from '../../src/app.tsx'
import { makeFiles } from './files.ts'

/** The instant at which tests happen unless they say otherwise: Tuesday, 24 November 2026, 09.00 WIB. */
export const testNow = new Date('2026-11-24T02:00:00Z')

/** The whole application over a test's database, at a fixed instant. Faults of ours fail the test that met them. */
export const makeApp = (database: Database, now: () => Date = () => testNow, but: Partial<AppParts> = {}) =>
  createApp({
    database,
    // Made only by a test that stores something, which then hands in a folder of its own.
    files: makeFiles(path.join(tmpdir(), `rintis-test-${randomUUID()}`)),
    url: testUrl,
    secrets: testSecrets,
    now,
    log: {
      error: (fault: { err: unknown }) => {
        throw fault.err
      },
    },
    development: true,
    ...but,
  })

/** Anything that isn't a secret of somebody. */
export const testSecrets = { secret: 'only-tests-sign-with-these-bytes-of-no-worth', setUpKey: 'test-set-up-key' }

const testUrl = 'http://localhost:3000'

/** The headers of a browser that posts a form from a page of ours. */
export const ours = { origin: testUrl }
