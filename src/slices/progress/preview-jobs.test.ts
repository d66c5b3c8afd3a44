import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type Office, OfficeClosed, openOffice } from '#documents/office.ts'
import { beginTry, listFilesOf, listQuarantined } from '#files'
import { listEntriesOf } from '#journal'
import { makeApp, testNow } from '#test/app.ts'
import { startClamd } from '#test/clamd.ts'
import { freshDatabase } from '#test/database.ts'
import { makeFiles } from '#test/files.ts'
import { freshFolder } from '#test/folder.ts'
import { makeDocx } from '#test/office-files.ts'
import { makePdf } from '#test/pdf.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { hasCage, makeProgram } from '#test/soffice.ts'
import { listEvidence } from './evidence-store.ts'
import { askingAbout, minutes } from './make-asking.ts'
import { makeReportable } from './make-progress.ts'
import { drawWhatCame, drawWhatIsMissing } from './preview-jobs.ts'

const database = await freshDatabase()
const files = makeFiles(freshFolder())
const app = makeApp(database, () => testNow, { files })
let scene: Scene
let path: string
let project: Awaited<ReturnType<typeof makeReportable>>
let asking: ReturnType<typeof askingAbout>

beforeEach(async () => {
  scene = await makeScene(database)
  project = await makeReportable(scene.db, scene)
  path = `/proyek/${project.code}/eviden`
  asking = askingAbout(app, scene, project)
})

const after = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000)
const look = (minutes: number, office?: Office) => drawWhatIsMissing.run(database, after(minutes), { files, office })
const word = () => new File([new Uint8Array(makeDocx('Notula'))], 'Notula rapat.docx')
const pdf = (bytes = makePdf('1 0 0 rg 0 0 99 99 re f')) =>
  new File([new Uint8Array(bytes)], 'surat.pdf', { type: 'application/pdf' })

async function bring(file: File) {
  const id = await asking.bring(scene.agent, {}, file)
  const [entry] = await listEntriesOf(scene.db, [id])
  if (!entry) throw new Error('no entry')
  const answer = (office?: Office, minutes = 0) =>
    drawWhatCame.answer(scene.db, entry, after(minutes), { files, office })
  const parts = async () => (await listFilesOf(scene.db, 'evidence', [id])).map(({ part }) => part).toSorted()
  const piece = async () => {
    const [row] = await listEvidence(scene.db, project.id, { id })
    if (!row) throw new Error('no evidence')
    return row
  }
  return { id, answer, parts, piece, words: () => asking.words(scene.head, `${path}/${id}`) }
}

const addressIn = (words: string, before: string) => new RegExp(`${before}"(/berkas/[^"]+)"`).exec(words)?.[1] ?? ''

test('the first page of a PDF is shown to whoever reads the project, and goes when the evidence is withdrawn', async () => {
  const { id, answer, parts, words } = await bring(pdf())
  expect(await words()).toContain('Tidak ada pratinjau.')
  await answer()
  await answer()
  expect(await parts()).toEqual(['', 'preview'])
  const address = addressIn(await words(), '<img class="preview" src=')
  const picture = await asking.open(scene.head, address)
  expect(picture.headers.get('content-type')).toBe('image/webp')
  expect((await asking.open(scene.stranger, address)).status).toBe(404)
  await asking.post(scene.agent, `${path}/${id}/tarik`)
  expect(await parts()).toEqual([])
  await answer()
  expect(await parts()).toEqual([])
})

test('a picture that was made of evidence waits for no virus scanner: the evidence was checked', async () => {
  const { scanner } = await startClamd('refused')
  const { id, parts } = await bring(pdf())
  const [entry] = await listEntriesOf(scene.db, [id])
  if (entry) await drawWhatCame.answer(scene.db, entry, testNow, { files: { ...files, scanner }, office: undefined })
  expect(await parts()).toEqual(['', 'preview'])
  expect(await listQuarantined(scene.db)).toEqual([])
})

test('an office file stays as it is where there is no LibreOffice, and its page says so', async () => {
  const { answer, parts, words } = await bring(word())
  await answer()
  await look(0)
  expect(await parts()).toEqual([''])
  expect(await words()).toContain('Belum ada pratinjau.')
  expect(await words()).not.toContain('class="preview"')
  expect(await words()).not.toContain('Lihat sebagai PDF')
})

describe.runIf(hasCage)('where there is LibreOffice', () => {
  const openTo = async (does: string[], made = makePdf('1 0 0 rg 0 0 99 99 re f')) =>
    openOffice(await makeProgram(does, made))
  const copies = 'cp "$pdf" "$out/asal.pdf"'

  test('an office file is shown as PDF to whoever reads the project, until it is withdrawn', async () => {
    const { id, answer, parts, piece, words } = await bring(word())
    const { sha256 } = (await piece()).file ?? {}
    await answer(await openTo([copies]))
    expect(await parts()).toEqual(['', 'pdf', 'preview'])
    expect((await piece()).file).toMatchObject({ name: 'Notula rapat.docx', sha256 })
    const address = addressIn(await words(), '<a href=')
    expect(await words()).toMatch(new RegExp(`${address.replaceAll(/[.%]/g, '.')}"[^>]*>Lihat sebagai PDF`))
    expect(await words()).toContain('class="preview"')
    const shown = await asking.open(scene.head, address)
    expect(shown.status).toBe(200)
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="Notula rapat.pdf"; filename*=UTF-8''Notula%20rapat.pdf`,
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
    })
    expect((await asking.open(scene.stranger, address)).status).toBe(404)
    await asking.post(scene.agent, `${path}/${id}/tarik`)
    expect(await parts()).toEqual([])
    expect((await asking.open(scene.head, address)).status).toBe(404)
  })

  test('what came before it did is turned once it is there', async () => {
    const { answer, parts } = await bring(word())
    await answer()
    await look(5, await openTo([copies]))
    expect(await parts()).toEqual(['', 'pdf', 'preview'])
  })

  test('a file that it makes nothing of is left alone after three tries, and its page says so', async () => {
    const { answer, parts, piece, words } = await bring(word())
    const office = await openTo(['exit 1'])
    await answer(office)
    for (const minutes of [1, 16, 17, 32, 48, 64]) await look(minutes, office)
    expect(await piece()).toMatchObject({ previewTries: 3 })
    expect(await parts()).toEqual([''])
    expect(await words()).toContain('Pratinjau tidak dapat dibuat dari berkas ini.')
    await look(80, await openTo([copies]))
    expect(await parts()).toEqual([''])
  })

  test('its PDF is kept though no picture can be made of it, and is not made again', async () => {
    const { answer, parts, words } = await bring(word())
    await answer(await openTo([copies], makePdf('', { pages: 0 })))
    expect(await parts()).toEqual(['', 'pdf'])
    expect(await words()).toContain('Lihat sebagai PDF')
    // Were it made again there would be a picture of that.
    await look(16, await openTo([copies]))
    expect(await parts()).toEqual(['', 'pdf'])
  })

  test('a worker that ends has not tried', async () => {
    const { answer, parts, piece } = await bring(word())
    const office = await openTo(['sleep 86400'])
    const broken = expect(answer(office)).rejects.toThrow(OfficeClosed)
    await vi.waitFor(async () => expect(await piece()).toMatchObject({ previewTries: 1 }), 10_000)
    office.close()
    await broken
    expect(await piece()).toMatchObject({ previewTries: 0 })
    await answer(await openTo([copies]))
    expect(await parts()).toEqual(['', 'pdf', 'preview'])
  })
})

test('what was brought before is found, the withdrawn is not, and twice is once', async () => {
  const [first, second, gone] = [await bring(pdf()), await bring(pdf()), await bring(pdf())]
  const text = await bring(minutes())
  await asking.post(scene.agent, `${path}/${gone.id}/tarik`)
  await look(0)
  await look(20)
  for (const { parts, piece } of [first, second]) {
    expect(await parts()).toEqual(['', 'preview'])
    expect(await piece()).toMatchObject({ previewTries: 1 })
  }
  expect(await gone.parts()).toEqual([])
  expect(await text.parts()).toEqual([''])
  expect(await text.piece()).toMatchObject({ previewTries: 0 })
})

test('what a worker was at when it died is taken up by the round, and not before that try is over', async () => {
  const { id, answer, parts } = await bring(pdf())
  await beginTry(scene.db, id, testNow)
  await answer(undefined, 1)
  await look(14)
  expect(await parts()).toEqual([''])
  await look(16)
  expect(await parts()).toEqual(['', 'preview'])
})

test('a PDF that cannot be drawn stays as it is, is tried three times, and holds up no other', async () => {
  const [broken, sound] = [await bring(pdf(makePdf('', { pages: 0 }))), await bring(pdf())]
  await broken.answer()
  for (const minutes of [16, 32, 48, 64]) await look(minutes)
  expect(await broken.parts()).toEqual([''])
  expect(await broken.piece()).toMatchObject({ previewTries: 3 })
  expect(await broken.words()).toContain('Tidak ada pratinjau.')
  expect(await sound.parts()).toEqual(['', 'preview'])
})
