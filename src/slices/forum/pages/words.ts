import { dayInWords } from '#kit/date.ts'
import type { HiddenAs, Member } from '../forum.ts'
import type { GuidelineState, GuidelineVersion } from '../guideline.ts'

export const partWords: Record<Member['part'], string> = {
  chair: 'ketua forum',
  agent: 'agen perubahan',
  secretariat: 'sekretariat',
}

export const hiddenWords: Record<HiddenAs, string> = {
  '': '',
  chair: 'ketua forum',
  secretariat: 'sekretariat',
}

export const stateWords: Record<GuidelineState, string> = {
  draft: 'Draf',
  discussed: 'Dibahas forum',
  approved: 'Disetujui',
  published: 'Terbit',
}

/** "Nomor 3 Tahun 2021, terbit 5 Maret 2021", or how far a version has come. */
export const standingOf = ({ state, number, publishedOn }: GuidelineVersion): string =>
  number !== null && publishedOn !== null
    ? `Nomor ${number}, terbit ${dayInWords(publishedOn)}`
    : `${stateWords[state]}, belum terbit`

/** What happened in a forum, said of whoever did it. */
export const forumEvents: Record<string, string> = {
  'forum.opened': 'membuka forum program',
  'forum.chair-named': 'menetapkan ketua forum',
  'topic.opened': 'membuka topik forum',
  'topic.answered': 'menjawab dalam topik forum',
  'topic.post-edited': 'menyunting kiriman forum',
  'topic.post-hidden': 'menyembunyikan kiriman forum',
  'topic.post-unhidden': 'menampilkan lagi kiriman forum',
  'topic.closed': 'menutup topik forum',
  'guideline.begun': 'memulai pedoman teknis',
  'guideline.edited': 'menulis dalam pedoman teknis',
  'guideline.discussed': 'mengajukan pedoman teknis untuk dibahas',
  'guideline.approved': 'menyetujui pedoman teknis',
  'guideline.sent-back': 'mengembalikan pedoman teknis menjadi draf',
  'guideline.published': 'menerbitkan pedoman teknis',
  'guideline.revised': 'membuka versi baru pedoman teknis',
}
