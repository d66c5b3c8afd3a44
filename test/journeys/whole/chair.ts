import { nameInFull } from '#people'
import { personOf } from '../../../src/demo/cast.ts'
import { guideline, topics } from '../../../src/demo/texts/forum.ts'
import { download, expectWord } from './entrant.ts'
import { arrive, checkAccessibility, choose, fill, follow, type Page, press, pressAndRead } from './office.ts'

const [topic] = topics
const textOf = (key: string) => topic?.posts.find(({ by }) => by === key)?.text ?? ''

/** The secretariat opens the forum and names its chair. */
export async function openForum(page: Page): Promise<void> {
  await page.goto('/forum')
  await follow(page, 'Buka forum')
  await choose(page, 'Ketua forum', nameInFull(personOf('ketua-forum')))
  await pressAndRead(page, 'Buka forum', 'Forum dibuka.')
}

/** The chair asks the members something. */
export async function openTopic(page: Page): Promise<void> {
  await page.goto('/forum')
  await follow(page, 'Buka topik')
  await fill(page, { 'Judul topik': topic?.title ?? '', 'Kiriman pertama': textOf('ketua-forum') })
  await pressAndRead(page, 'Buka topik', 'Topik dibuka.')
}

/** An agent answers. */
export async function answerTopic(page: Page): Promise<void> {
  await page.goto('/forum')
  await follow(page, topic?.title ?? '')
  await fill(page, { Jawaban: textOf('agen01') })
  await pressAndRead(page, 'Kirim jawaban', 'Jawaban dikirim.')
  await checkAccessibility(page)
}

/** An agent drafts the guideline and hands it to the forum; returns its path. */
export async function draftGuideline(page: Page): Promise<string> {
  await page.goto('/pedoman')
  await follow(page, 'Mulai pedoman')
  await fill(page, { 'Judul pedoman': guideline.title })
  await pressAndRead(page, 'Mulai pedoman', 'Pedoman dimulai.')
  const path = new URL(page.url()).pathname
  for (const { heading, text } of guideline.sections.slice(0, 3)) {
    await page.goto(path)
    await follow(page, 'Tambah bagian')
    await fill(page, { 'Judul bagian': heading, Isi: text })
    await pressAndRead(page, 'Simpan bagian', 'Bagian ditambahkan.')
  }
  await pressAndRead(page, 'Ajukan untuk dibahas', 'Pedoman diajukan untuk dibahas forum.')
  return path
}

/** The chair, who wrote none of it, approves it. */
export async function approveGuideline(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await pressAndRead(page, 'Setujui', 'Pedoman disetujui.')
}

/** The secretariat publishes it and takes it along as a Word file. */
export async function publishGuideline(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await follow(page, 'Terbitkan')
  await arrive(page, 'Terbitkan pedoman')
  await fill(page, { Nomor: '3/KEP/FAP/2026' })
  await press(page, 'Terbitkan')
  await page.getByText('Pedoman diterbitkan.').waitFor()
  await checkAccessibility(page)
  expectWord(await download(page, 'Unduh Word'))
}
