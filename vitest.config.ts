import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that take longest: begun first, so that the workers end together. */
const long = [
  ...['whole-programme', 'processes/kill', 'processes/start', 'processes/demo', 'test/journeys', 'demo/fill'],
  ...['test/processes', 'backup/backup', 'processing-jobs', 'preview-jobs', 'upload-island', 'documents/office'],
]

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => [...long, ''].findIndex((name) => moduleId.includes(name))
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: 'test/support/postgres.ts',
    setupFiles: 'test/support/each-file.ts',
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}'],
    // A bare machine has no locale, and Chromium then cannot hand over a file whose path holds an ü.
    env: { LC_ALL: 'C.UTF-8' },
    // Bounds of waits, which a slow machine may need; nothing is claimed by them.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 30_000 } },
    // One more than two cores: a journey waits for its browser, a start for what was started, a query for PostgreSQL.
    maxWorkers: 3,
    sequence: { sequencer: LongFirst },
    // A process for many files: most of them stand on the whole application, which is then read once. They share no
    // database, and a module keeps nothing of one.
    isolate: false,
  },
})
