import { dayInWords } from '#kit/date.ts'
import { inBoth } from './called.ts'
import type { Edition } from './edition.ts'
import type { Entry } from './entry.ts'
import { extraInWords } from './entry-paper.ts'
import { askedOf } from './readiness.ts'

/** What is copied into the competition's site under one heading; `limit` in words where there is one. */
export type Piece = { key: string; label: string; text: string; limit: number | null }

/** The identity as it is copied: what the form does not ask is not there. */
export function identityPieces(edition: Edition, entry: Entry): Piece[] {
  const whole = (key: string, label: string, text: string): Piece => ({ key, label, text, limit: null })
  const goals = edition.goals.filter(({ key }) => entry.goals.includes(key))
  const category = edition.categories.find(({ key }) => key === entry.category)
  return [
    whole('judul', 'Judul', entry.title),
    whole('mulai', 'Tanggal mulai diterapkan', entry.startedOn ? dayInWords(entry.startedOn) : ''),
    ...(edition.categories.length > 0 ? [whole('kategori', 'Kategori', category ? inBoth(category) : '')] : []),
    ...(edition.goals.length > 0
      ? [whole('tpb', 'TPB', goals.map(({ key, label }) => `${key}. ${label}`).join('\n'))]
      : []),
    whole('video', 'Tautan video', entry.videoUrl),
    ...askedOf(edition, entry).map(({ key, label }) =>
      whole(`identitas-${key}`, label, entry.extra[key] ? extraInWords(entry.extra[key]) : ''),
    ),
  ]
}

/** The pieces that say something else in `now` than in `before`: what was copied of them has to be copied again. */
export const changedPieces = (before: readonly Piece[], now: readonly Piece[]): string[] =>
  before.filter(({ key, text }) => now.find((one) => one.key === key)?.text !== text).map(({ key }) => key)
