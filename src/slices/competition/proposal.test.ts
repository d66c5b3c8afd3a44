import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excessOf, fieldsOf, type Source } from './edition.ts'
import { fillersIn } from './fillers.ts'
import { anEdition, makeFacts } from './make-entry.ts'
import { type Proposal, proposalsOf, proposeEvidence, sourcesOf } from './proposal.ts'
import { shipped } from './shipped.ts'
import type { ProjectFacts } from './source-text.ts'
import { heldIn, traceOf } from './trace.ts'

const background: Source[] = ['present-condition', 'problem', 'wanted-condition']
const proposed = (sources: Source[], facts: ProjectFacts, limit: number | null = null): Proposal | undefined =>
  proposalsOf([{ key: 'bidang', sources, limit }], facts).get('bidang')
const inForm = (facts: ProjectFacts, answered = new Map<string, string>()) =>
  proposalsOf(fieldsOf(anEdition()), facts, answered)

describe('a proposal', () => {
  test('joins what its sources say, and names those with nothing to give', () => {
    expect(proposed(background, makeFacts())).toEqual({
      text: 'Jawaban rata-rata 31 jam.\n\nTidak ada satu antrean.\nPetugas menjawab berulang.',
      from: ['present-condition', 'problem'],
      cut: [],
      missing: ['wanted-condition'],
    })
  })

  test('writes figures as Indonesians do, every digit kept', () => {
    const finalValues = [{ indicator: 'Jawaban', unit: 'jam', from: '31', to: '1234567.50' }]
    expect(proposed(['final-values'], makeFacts({ finalValues }))?.text).toBe(
      'Jawaban: semula 31, hasil 1.234.567,50 jam',
    )
    const verified = { name: 'Laporan survei', link: null, provesOn: '2026-05-02' }
    expect(proposeEvidence({ signals: ['figures', 'verified-evidence'] }, [verified])).toBe(
      'Laporan survei, 2 Mei 2026',
    )
    expect(proposeEvidence({ signals: ['figures'] }, [verified])).toBe('')
  })

  test('tells each thing where it is asked for, and the summary one sentence of each', () => {
    const facts = makeFacts({
      wantedCondition: 'Satu antrean untuk semua. Dijaga setiap hari.',
      ...{ before: 'Antrean terpecah di lima pintu.', after: 'Satu nomor untuk semua. Dibuka tiap hari.' },
      finalValues: [{ indicator: 'Terjawab dalam satu jam', unit: 'persen', from: '11', to: '93' }],
      replicatedBy: ['Dinas Arsip'],
      integratedBy: { kind: 'surat edaran', number: 'SE-14' },
    })
    const form = inForm(facts)
    const told = (key: string) => form.get(key)?.text
    expect(told('latar-belakang')).toContain('Petugas menjawab berulang.')
    expect(told('signifikansi')).toBe(
      [facts.before, facts.after, 'Terjawab dalam satu jam: semula 11, hasil 93 persen'].join('\n\n'),
    )
    expect(told('replikasi')).toBe('Inovasi ini sudah ditiru oleh:\nDinas Arsip')
    expect(told('keberlanjutan')).toBe('Perubahan ini berlaku tetap menurut surat edaran nomor SE-14.')
    expect(told('ringkasan')).toBe(
      [
        ...['Tidak ada satu antrean.', 'Satu antrean untuk semua.'],
        'Inovasi ini menyesuaikan cara yang sudah berjalan di tempat lain dengan keadaan instansi ini.',
        ...['Satu nomor untuk semua.', 'Hasil: Terjawab dalam satu jam, dari 11 menjadi 93 persen.'],
        ...['Inovasi ini sudah ditiru oleh Dinas Arsip.', told('keberlanjutan')],
      ].join(' '),
    )
  })

  test('ends before its limit, with a word of every source, and names what it cut', () => {
    const facts = makeFacts({ presentCondition: 'Satu dua. Tiga empat.', problem: 'Lima enam. Tujuh delapan.' })
    expect(proposed(background, facts, 6)).toMatchObject({
      text: 'Satu dua. Tiga empat.\n\nLima enam.',
      cut: ['problem'],
    })
  })

  test('offers nothing that stands in another answer already', () => {
    const { problem, presentCondition } = makeFacts()
    const form = inForm(makeFacts(), new Map([['ringkasan', `Pembuka.\n\n${problem}`]]))
    expect(form.get('latar-belakang')).toMatchObject({ text: presentCondition, from: ['present-condition'] })
  })

  test('looks at each answer once, however many fields a form has', () => {
    const fields = Array.from({ length: 200 }, (_, at) => ({ key: `bidang-${at}`, sources: background, limit: null }))
    let looks = 0
    const answered = new (class extends Map<string, string> {
      override get(key: string) {
        looks += 1
        return super.get(key)
      }
    })()
    proposalsOf(fields, makeFacts(), answered)
    expect(looks).toBeLessThan(3 * fields.length)
  })

  test('never repeats, never passes a limit, and every sentence of it has its source', () => {
    const word = fc.constantFrom('antrean', 'layanan', 'pustakawan', 'jawaban', 'pemustaka', 'rata-rata', '31')
    const often = fc.constantFrom(
      'Pertanyaan pemustaka dijawab petugas yang berbeda-beda setiap harinya, tanpa antrean bersama.',
      'Satu antrean bagi semua pertanyaan pemustaka.',
      'Jadwal jaga dan antrean bersama',
    )
    const rare = fc
      .tuple(fc.array(word, { minLength: 1, maxLength: 40 }), fc.constantFrom('.', '!', '?', ''))
      .map(([words, mark]) => words.join(' ') + mark)
    const sentence = fc.oneof(often, rare)
    const text = fc
      .array(fc.tuple(sentence, fc.constantFrom(' ', '\n', '\n\n')), { maxLength: 12 })
      .map((parts) => parts.map(([said, gap]) => said + gap).join(''))
    const facts = fc.record({
      ...{ presentCondition: text, problem: text, wantedCondition: text, before: text, after: text },
      innovationKind: fc.constantFrom('new' as const, 'adapted' as const, null),
      team: fc.array(fc.record({ name: sentence, part: sentence }), { maxLength: 3 }),
      finalValues: fc.array(
        fc.record({ indicator: sentence, unit: word, from: fc.constant('1'), to: fc.constant('2') }),
      ),
      integratedBy: fc.constantFrom(null, { kind: 'surat edaran', number: '7' }),
      replicatedBy: fc.array(sentence, { maxLength: 3 }),
    })
    fc.assert(
      fc.property(facts, fc.constantFrom(...shipped), (said, edition) => {
        const known = { ...said, matrix: [] }
        const fields = fieldsOf(edition)
        const form = proposalsOf(fields, known)
        const texts = fields.map(({ key }) => form.get(key)?.text ?? '')
        fields.forEach((field, at) => {
          const mine = texts[at] ?? ''
          expect(fillersIn(mine, texts.toSpliced(at, 1))).toEqual([])
          expect(excessOf(mine, field)).toBe(0)
          expect(traceOf(mine, sourcesOf(field, fields), known).filter(({ source }) => source === null)).toEqual([])
        })
      }),
    )
  })
})

describe('an answer', () => {
  test('is traced sentence by sentence: what stands in no source was written', () => {
    expect(
      traceOf('Tidak ada  satu antrean. Ditulis sendiri.\nJawaban rata-rata 31 jam.', background, makeFacts()),
    ).toEqual([
      { sentence: 'Tidak ada satu antrean.', source: 'problem' },
      { sentence: 'Ditulis sendiri.', source: null },
      { sentence: 'Jawaban rata-rata 31 jam.', source: 'present-condition' },
    ])
  })

  test('is credited with the sources whose words it still holds', () => {
    const facts = makeFacts()
    expect(heldIn('Dulu: jawaban lama. Tidak ada  satu\nantrean.', background, facts)).toEqual(['problem'])
    expect(heldIn('Ditulis sendiri.', background, facts)).toEqual([])
  })
})
