import { randomUUIDv7 } from 'node:crypto'
import type { Recording } from './recording.ts'

/** A film for tests that is kept, but for what the test says. */
export const makeRecording = (but: Partial<Recording> = {}): Recording => ({
  agencyId: 'agency',
  id: randomUUIDv7(),
  code: 'b7k3m9qt',
  projectId: 'project',
  kind: 'film',
  title: 'Dari tiga hari menjadi satu jam',
  description: 'Pustakawan memperlihatkan antrean.',
  recordedOn: null,
  access: 'public',
  embargoUntil: null,
  duration: null,
  arkNaan: '99999',
  arkName: 'r1bcdfghjk4',
  removedAt: null,
  removedBecause: null,
  accountId: 'account',
  personId: 'person',
  revision: 1,
  createdAt: new Date('2026-11-20T02:00:00Z'),
  ...but,
})
