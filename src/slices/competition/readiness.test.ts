import { describe, expect, test } from 'vitest'
import { demandDraft, type EntryAct, type EntryState, entryAllows, entryLife, reopen, send, withdraw } from './entry.ts'
import { letterPaper } from './letter.ts'
import { anEdition, makeAnswers, makeEntry, makeLetters, makeScans } from './make-entry.ts'
import { ageInWords, askedOf, gapsOf, type Judged } from './readiness.ts'

const judged = (but: Partial<Judged> = {}): Judged => ({
  entry: makeEntry(),
  answers: makeAnswers(),
  edition: anEdition(),
  isPublicService: true,
  files: makeScans(),
  letters: makeLetters(),
  film: null,
  ...but,
})
const sentences = (but: Partial<Judged>) => gapsOf(judged(but)).map(({ sentence }) => sentence)
const answering = (field: string, but: { text?: string; evidence?: string }) =>
  makeAnswers().map((answer) => (answer.field === field ? { ...answer, ...but } : answer))

describe('readiness', () => {
  test('lacks nothing once everything is there', () => {
    expect(gapsOf(judged())).toEqual([])
  })

  test.each([
    [{ title: '' }, 'Isi judul inovasi.'],
    [{ startedOn: null }, 'Isi tanggal mulai diterapkan.'],
    [{ startProof: '' }, 'Sebut atau lampirkan bukti tanggal mulai.'],
    [{ category: null }, 'Pilih kategori.'],
    [{ goals: [] }, 'Pilih paling sedikit satu tujuan TPB.'],
    [{ videoUrl: '' }, 'Isi tautan video.'],
    [{ videoUrl: 'https://video.example/jawab' }, 'Tautan video harus di youtube.com atau youtu.be.'],
    [
      { extra: { 'pernah-finalis': 'tidak' } },
      'Jawab pertanyaan identitas: Inovasinya berupa aplikasi web atau ponsel?',
    ],
  ])('asks for what %j leaves out', (but, sentence) => {
    expect(sentences({ entry: makeEntry(but) })).toEqual([sentence])
  })

  test('says that an age is not known, rather than guess it', () => {
    expect(sentences({ edition: { ...anEdition(), closingOn: null } })[0]).toMatch(
      /^Umur inovasi belum diketahui: .*penutupan/,
    )
  })

  test('asks no day of closing of a form that asks no age', () => {
    const edition = { ...anEdition(), minimumYears: 0, closingOn: null }
    expect(sentences({ edition })).toEqual([])
    expect(sentences({ edition, entry: makeEntry({ startedOn: null }) })).toEqual(['Isi tanggal mulai diterapkan.'])
    const closed = { ...edition, closingOn: '2021-02-21' }
    expect(sentences({ edition: closed })).toHaveLength(1)
  })

  test('says from which day an innovation is old enough', () => {
    const letters = makeLetters().map((letter) => ({ ...letter, statedOn: '2021-06-01' }))
    expect(sentences({ entry: makeEntry({ startedOn: '2021-06-01' }), letters })).toEqual([
      'Belum cukup umur: baru cukup pada 1 Juni 2023, sesudah penutupan 6 Mei 2023.',
    ])
    expect(ageInWords({ state: 'enough', ripeOn: '2023-02-22', closingOn: '2023-05-12' })).toContain('22 Februari 2023')
  })

  test('names a field that is empty, over its limit by how much, or unproven', () => {
    expect(sentences({ answers: answering('kebaruan', { text: ' ' }) })).toEqual([
      'Isi bidang Kebaruan atau Nilai Tambah.',
    ])
    expect(sentences({ answers: answering('ringkasan', { text: 'kata '.repeat(212) }) })).toEqual([
      'Ringkasan lewat 12 kata dari batas 200 kata.',
    ])
    expect(sentences({ answers: answering('implementasi', { evidence: '' }) })).toEqual([
      'Sebut atau lampirkan bukti bidang Implementasi Inovasi.',
    ])
  })

  test('knows yes and no however the edition writes them', () => {
    const [first, second, ...others] = anEdition().identity
    if (!first || !second) throw new Error('The edition asks too little.')
    const asked = [first, { ...second, onlyIf: { key: first.key, is: 'Ya' } }]
    const answered = (answer: string) => ({ extra: { [first.key]: answer, [second.key]: 'Baca' } })
    const told = (answer: string) =>
      sentences({
        edition: { ...anEdition(), identity: [{ ...first, bars: 'Ya' }, second, ...others] },
        entry: makeEntry(answered(answer)),
      }).filter((sentence) => sentence.includes('tidak menerima usulan'))
    expect([told('ya').length, told('tidak').length]).toEqual([1, 0])
    const edition = { ...anEdition(), identity: asked }
    expect(askedOf(edition, makeEntry(answered('ya')))).toHaveLength(2)
    expect(askedOf(edition, makeEntry(answered('tidak')))).toHaveLength(1)
  })

  test('takes an attached file for a proof', () => {
    const answers = answering('implementasi', { evidence: '' })
    const entry = makeEntry({ startProof: '' })
    const files = ['implementasi', 'mulai'].map((part) => ({
      part,
      name: 'bukti.png',
      size: 1,
      mediaType: 'image/png',
    }))
    expect(gapsOf(judged({ entry, answers, files: [...makeScans(), ...files] }))).toEqual([])
  })

  test('misses each letter and statement that is not there, and what is no public service', () => {
    const statements = anEdition().checks.filter(({ kind }) => kind === 'statement')
    expect(sentences({ entry: makeEntry({ checked: [] }) })).toHaveLength(statements.length)
    expect(sentences({ files: [] })).toEqual(makeLetters().map(() => expect.stringMatching(/^Belum ada: Surat/)))
    expect(sentences({ isPublicService: false })[0]).toContain('tidak menyangkut pelayanan publik')
  })
})

describe('a signed letter', () => {
  const [first, ...others] = makeLetters()
  const [scan, ...scans] = makeScans()
  const called = 'Surat Pernyataan Implementasi Inovasi'

  test.each<[string, object, object, string]>([
    ['no letterhead', { confirmed: ['signed', 'stamped', 'matching'] }, {}, `${called}: pastikan berkop instansi.`],
    ['no stamp', { confirmed: ['letterhead', 'signed', 'matching'] }, {}, `${called}: pastikan bermeterai.`],
    ['no date', { datedOn: null }, {}, `Isi tanggal ${called}.`],
    [
      'another start',
      { statedOn: '2021-03-01' },
      {},
      `Tanggal mulai pada ${called} tidak sama dengan identitas usulan.`,
    ],
    ['a large scan', {}, { size: 1_000_001 }, `${called} lebih besar dari 1 MB.`],
    ['a picture', {}, { mediaType: 'image/png' }, `${called} harus berupa PDF.`],
  ])('with %s keeps the entry from being ready', (_, letter, file, sentence) => {
    const letters = first ? [{ ...first, ...letter }, ...others] : []
    const files = scan ? [{ ...scan, ...file }, ...scans] : []
    expect(sentences({ letters, files })).toEqual([sentence])
  })

  test('is drafted with what is known, and blanks for what is not', () => {
    const person = { name: 'Nadia', nip: null, position: 'Pustakawan', unitName: 'Pusat Jasa' }
    const paper = letterPaper({
      ...{
        kind: 'innovators',
        label: 'Surat Identitas',
        stamped: true,
        entry: makeEntry(),
        agencyName: 'Perpustakaan',
      },
      ...{
        unitName: 'Pusat Jasa',
        signatory: { ...person, name: '' },
        innovators: [person, { ...person, name: 'Rahmat' }],
      },
    })
    const table = paper.blocks.find((block) => block.kind === 'table' && block.columns.length === 5)
    expect(table).toMatchObject({
      rows: [
        ['1', 'Nadia', '………………………………', 'Pustakawan', 'Pusat Jasa'],
        ['2', 'Rahmat'],
      ].map((row) => expect.arrayContaining(row)),
    })
    expect(JSON.stringify(paper.blocks)).toContain('dibuat oleh tim berikut')
    expect(JSON.stringify(paper.blocks)).toContain('Meterai Rp10.000,00')
  })
})

describe('the life of an entry', () => {
  test.each([
    ['draft', ['declare', 'withdraw']],
    ['ready', ['reopen', 'send', 'withdraw']],
    ['sent', ['reopen']],
    ['withdrawn', ['reopen']],
  ] as [EntryState, EntryAct[]][])('one that is %s', (state, acts) => {
    expect((Object.keys(entryLife) as EntryAct[]).filter((act) => entryAllows(state, act))).toEqual(acts)
  })

  test('that is withdrawn says why, and nothing of that is left once it is opened again', () => {
    const at = new Date('2023-04-28T02:00:00Z')
    const gone = withdraw(makeEntry(), 'Putusannya ditarik.', at)
    expect(gone).toMatchObject({ state: 'withdrawn', withdrawnAt: at, withdrawnReason: 'Putusannya ditarik.' })
    expect(reopen(gone, at)).toMatchObject({ state: 'draft', withdrawnAt: null, withdrawnReason: '' })
    expect(() => demandDraft(gone)).toThrow('conflict')
  })

  test('is not sent on a day to come, and opened again it keeps when it was sent', () => {
    const ready = makeEntry({ state: 'ready', readyAt: new Date('2023-04-28T02:00:00Z') })
    const said = { sentOn: '2023-05-02', sentNumber: '2023-0417' }
    expect(() => send(ready, said, '2023-05-01')).toThrow('conflict')
    expect(reopen(send(ready, said, '2023-05-02'), new Date('2023-05-03T02:00:00Z'))).toMatchObject({
      state: 'draft',
      readyAt: null,
      draftSince: new Date('2023-05-03T02:00:00Z'),
      ...said,
    })
  })
})
