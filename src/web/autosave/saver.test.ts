import { expect, test } from 'vitest'
import { type Fields, makeSaver, type Outcome, type SaverStart } from './saver.ts'

const fields = (title: string): Fields => [['title', title]]
const saved = (revision: string): Outcome => ({ kind: 'saved', revision })

/** A form, a browser's store and a server that answers as it is told. */
function makeForm(answers: Outcome[], start: Partial<SaverStart> = {}) {
  const form = {
    title: 'lama',
    sent: [] as [string, string][],
    came: [] as string[],
    began: 0,
    kept: null as { title: string; revision: string } | null,
    whileSending: () => undefined as unknown,
  }
  const saver = makeSaver(
    {
      read: () => fields(form.title),
      async send([field], revision) {
        form.sent.push([field?.[1] ?? '', revision])
        await null
        form.whileSending()
        return answers.shift() ?? { kind: 'unsent' }
      },
      keep: ([field], revision) => {
        form.kept = { title: field?.[1] ?? '', revision }
      },
      forget: () => {
        form.kept = null
      },
      began: () => {
        form.began += 1
      },
      came: ({ kind }) => form.came.push(kind),
    },
    { revision: '1', stored: fields('lama'), waits: false, ...start },
  )
  const type = (title: string) => {
    form.title = title
    saver.touch()
  }
  return { form, saver, type }
}

test('each save goes under the revision that the last one left, and nothing goes twice', async () => {
  const { form, saver, type } = makeForm([saved('2'), saved('3')])
  await saver.save()
  type('baru')
  expect(form.kept).toEqual({ title: 'baru', revision: '1' })
  await saver.save()
  await saver.save()
  expect(form.kept).toBeNull()
  type('lebih baru')
  await saver.save()
  expect(form.sent).toEqual([
    ['baru', '1'],
    ['lebih baru', '2'],
  ])
  expect(saver.revision()).toBe('3')
})

test('what is typed while a save is on its way goes after it, and is kept until then', async () => {
  const { form, saver, type } = makeForm([saved('2'), saved('3')])
  form.whileSending = () => {
    form.whileSending = () => undefined
    type('kedua')
    void saver.save()
  }
  type('pertama')
  await saver.save()
  expect(form.sent).toEqual([
    ['pertama', '1'],
    ['kedua', '2'],
  ])
  expect(form.kept).toBeNull()
})

test('a try without an answer goes out once more as it was, before anything newer', async () => {
  const { form, saver, type } = makeForm([{ kind: 'unsent' }, saved('2'), saved('3')])
  type('pertama')
  await saver.save()
  type('kedua')
  expect(form.kept).toEqual({ title: 'kedua', revision: '1' })
  await saver.save()
  expect(form.sent).toEqual([
    ['pertama', '1'],
    ['pertama', '1'],
    ['kedua', '2'],
  ])
  expect(form.came).toEqual(['unsent', 'saved'])
  expect(form.began).toBe(2)
  expect(form.kept).toBeNull()
})

test('what was refused as wrong is not sent again until it is changed', async () => {
  const { form, saver, type } = makeForm([{ kind: 'wrong', errors: { title: 'Isi judul.' } }, saved('2')])
  type('')
  await saver.save()
  await saver.save()
  expect(form.sent).toHaveLength(1)
  expect(form.kept).toEqual({ title: '', revision: '1' })
  type('diperbaiki')
  await saver.save()
  expect(form.came).toEqual(['wrong', 'saved'])
  expect(form.kept).toBeNull()
})

test('what was wrong and is taken back needs no save to be right again', async () => {
  const { form, saver, type } = makeForm([{ kind: 'wrong', errors: { title: 'Isi judul.' } }])
  type('')
  await saver.save()
  type('lama')
  await saver.save()
  expect(form.sent).toHaveLength(1)
  expect(form.came).toEqual(['wrong', 'saved'])
  expect(form.kept).toBeNull()
})

test('what is saved but for what is wrong goes on under its revision, and the whole form is kept until it is right', async () => {
  const wrong: Outcome = { kind: 'wrong', errors: { title: 'Isi judul.' }, revision: '2' }
  const { form, saver, type } = makeForm([wrong, saved('3')])
  type('')
  await saver.save()
  expect(form.kept).toEqual({ title: '', revision: '2' })
  // As it was before: but the rest of it was saved meanwhile, so this goes out as well.
  type('lama')
  await saver.save()
  expect(form.sent).toEqual([
    ['', '1'],
    ['lama', '2'],
  ])
  expect(form.came).toEqual(['wrong', 'saved'])
  expect(form.kept).toBeNull()
})

test('after somebody else’s change nothing is sent, and everything typed is kept', async () => {
  const { form, saver, type } = makeForm([{ kind: 'theirs' }])
  type('milik saya')
  await saver.save()
  type('milik saya, lanjut')
  await saver.save()
  await saver.flush()
  expect(form.sent).toHaveLength(1)
  expect(form.kept).toEqual({ title: 'milik saya, lanjut', revision: '1' })
})

test('a form that came back to be compared is saved only when it is sent', async () => {
  const { form, saver, type } = makeForm([saved('6')], { revision: '5', stored: null, waits: true })
  type('dibandingkan')
  await saver.save()
  expect(form.sent).toEqual([])
  expect(form.kept).toEqual({ title: 'dibandingkan', revision: '5' })
  expect(await saver.flush()).toEqual({ isUnsent: false })
  expect(form.sent).toEqual([['dibandingkan', '5']])
  expect(form.kept).toBeNull()
})

test('a form that is sent while the line is down says so', async () => {
  const { saver, type } = makeForm([])
  type('baru')
  expect(await saver.flush()).toEqual({ isUnsent: true })
})

test('a restored draft goes under the revision that it was drawn from', async () => {
  const { form, saver, type } = makeForm([{ kind: 'theirs' }], { revision: '4' })
  saver.resumeFrom('2')
  type('dari kemarin')
  await saver.save()
  expect(form.sent).toEqual([['dari kemarin', '2']])
  expect(form.kept).toEqual({ title: 'dari kemarin', revision: '2' })
})

test('what another page stored is taken over only where nothing written here would be lost', async () => {
  const { form, saver, type } = makeForm([saved('6')])
  type('milik saya')
  expect(saver.adopt('5', fields('milik orang'))).toBe(false)
  type('lama')
  expect(saver.adopt('1', fields('basi'))).toBe(false)
  expect(saver.adopt('5', fields('milik orang'))).toBe(true)
  type('milik orang')
  await saver.save()
  expect(form.sent).toEqual([])
  type('milik orang, lanjut')
  await saver.save()
  expect(form.sent).toEqual([['milik orang, lanjut', '5']])
})

test('nothing is taken over while a save is on its way, or after one without an answer', async () => {
  const { form, saver, type } = makeForm([{ kind: 'unsent' }])
  form.whileSending = () => expect(saver.adopt('5', fields('milik orang'))).toBe(false)
  type('baru')
  await saver.save()
  type('lama')
  expect(saver.adopt('5', fields('milik orang'))).toBe(false)
})
