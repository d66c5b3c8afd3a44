import { type Day, dayInWords } from '#kit/date.ts'
import { inBoth } from './called.ts'
import type { Edition } from './edition.ts'
import type { Entry } from './entry.ts'
import { extraInWords } from './entry-paper.ts'
import { askedOf } from './readiness.ts'
import { asksVideo } from './video.ts'

/** What is copied into the competition's site under one heading; `limit` in words where there is one. */
export type Piece = { key: string; label: string; text: string; limit: number | null }

/** The identity as it is copied, in the words and the language of the form: what it does not ask is not there. */
export function identityPieces(edition: Edition, entry: Entry): Piece[] {
  const whole = (key: string, label: string, text: string): Piece => ({ key, label, text, limit: null })
  const goals = edition.goals.filter(({ key }) => entry.goals.includes(key))
  const category = edition.categories.find(({ key }) => key === entry.category)
  const there = (one: { label: string; original?: string | undefined }) => one.original ?? one.label
  return [
    whole('judul', 'Judul', entry.title),
    whole('mulai', 'Tanggal mulai diterapkan', entry.startedOn ? dayFor(edition, entry.startedOn) : ''),
    ...(edition.categories.length > 0 ? [whole('kategori', 'Kategori', category ? there(category) : '')] : []),
    ...(edition.goals.length > 0
      ? [whole('tpb', 'TPB', goals.map((goal) => `${goal.key}. ${there(goal)}`).join('\n'))]
      : []),
    ...(asksVideo(edition, entry) ? [whole('video', 'Tautan video', entry.videoUrl)] : []),
    ...askedOf(edition, entry).map((asked) =>
      whole(`identitas-${asked.key}`, inBoth(asked), extraFor(edition, entry.extra[asked.key])),
    ),
  ]
}

const dayFor = ({ language }: Edition, day: Day): string =>
  language === 'id'
    ? dayInWords(day)
    : new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

function extraFor({ language }: Edition, answer: string | undefined): string {
  if (!answer) return ''
  const said = extraInWords(answer)
  return language === 'en' ? said.replace(/^Ya$/, 'Yes').replace(/^Tidak$/, 'No') : said
}

/** The pieces that say something else in `now` than in `before`: what was copied of them has to be copied again. */
export const changedPieces = (before: readonly Piece[], now: readonly Piece[]): string[] =>
  before.filter(({ key, text }) => now.find((one) => one.key === key)?.text !== text).map(({ key }) => key)
