import { describe, expect, test } from 'vitest'
import { Refusal } from '#kit/refusal.ts'
import {
  compareVersions,
  type GuidelineAct,
  type GuidelineState,
  guidelineLife,
  isApprovedBy,
  moved,
  stateAfter,
} from './guideline.ts'
import { blocksOf, paperOf } from './guideline-paper.ts'

const states: GuidelineState[] = ['draft', 'discussed', 'approved', 'published']

/** The whole life, once more as words: what an act makes of each state. */
const ways: Record<GuidelineAct, Partial<Record<GuidelineState, GuidelineState>>> = {
  write: { draft: 'draft' },
  discuss: { draft: 'discussed' },
  approve: { discussed: 'approved' },
  sendBack: { discussed: 'draft', approved: 'draft' },
  publish: { approved: 'published' },
}

describe.each(Object.keys(guidelineLife) as GuidelineAct[])('to %s', (act) => {
  test.each(states)('a version that is %s', (state) => {
    const to = ways[act][state]
    if (to) expect(stateAfter(state, act)).toBe(to)
    else expect(() => stateAfter(state, act)).toThrow(Refusal)
  })
})

describe('an approval', () => {
  const part = (accountId: string, personId: string | null = accountId) => ({ accountId, personId })
  const [a, b, c] = [part('a'), part('b'), part('c')]
  test.each([
    ['nobody', [], false],
    ['its author alone', [a], false],
    ['its author under another account', [part('other', 'a')], false],
    ['its author under two accounts', [a, part('other', 'a')], false],
    ['somebody else', [c], true],
    ['its author and somebody else', [a, c], true],
    ['two who both wrote it', [a, b], true],
  ])('of %s', (_, approvers, isEnough) => {
    expect(isApprovedBy([a, b], approvers)).toBe(isEnough)
  })
  test('of an account that is no person is compared by account', () => {
    expect(isApprovedBy([part('a', null)], [part('b', null)])).toBe(true)
    expect(isApprovedBy([part('a', null)], [part('a', null)])).toBe(false)
  })
})

test('a section moves by one place and not beyond an end', () => {
  const lines = ['a', 'b', 'c'].map((id) => ({ id }))
  const order = (id: string, by: -1 | 1) =>
    moved(lines, id, by)
      .map((line) => line.id)
      .join('')
  expect([order('b', -1), order('b', 1), order('a', -1), order('c', 1), order('z', 1)]).toEqual([
    ...['bac', 'acb', 'abc', 'abc', 'abc'],
  ])
})

describe('two versions', () => {
  const section = (lineId: string, heading: string, text: string) => ({ lineId, heading, text })
  const before = {
    title: 'Pedoman',
    sections: [section('1', 'Maksud', 'Bagi agen pusat.'), section('2', 'Laporan', 'Setiap triwulan.')],
  }
  test('that are equal have no change', () => {
    expect(compareVersions(before, before)).toMatchObject({ changes: 0, isReordered: false })
  })
  test('are compared by section, whatever its place; what came and went counts once', () => {
    const later = {
      title: 'Pedoman',
      sections: [section('2', 'Laporan', 'Setiap bulan.'), section('3', 'Serah terima', 'Dengan berita acara.')],
    }
    const compared = compareVersions(before, later)
    expect(compared.sections.map(({ lineId, fate }) => [lineId, fate])).toEqual([
      ['2', 'kept'],
      ['3', 'added'],
      ['1', 'removed'],
    ])
    expect(compared).toMatchObject({ changes: 3, isReordered: false })
    const turned = { ...before, sections: before.sections.toReversed() }
    expect(compareVersions(before, turned)).toMatchObject({ changes: 1, isReordered: true })
  })
})

test('empty lines part paragraphs, and lines that begin with a dash are a list', () => {
  expect(blocksOf('Satu\r\nbaris.\n\nDua:\n- a\n- b\n\n- c\n-bukan butir')).toEqual([
    { kind: 'paragraph', text: 'Satu\nbaris.' },
    { kind: 'paragraph', text: 'Dua:' },
    { kind: 'list', ordered: false, entries: ['a', 'b'] },
    { kind: 'list', ordered: false, entries: ['c'] },
    { kind: 'paragraph', text: '-bukan butir' },
  ])
})

test('the paper of a version numbers its sections', () => {
  const version = { version: 2, title: 'Pedoman', number: null }
  const sections = [{ heading: 'Maksud', text: 'Bagi agen.' }]
  const paper = paperOf({ version, sections, agencyName: 'Badan', standing: 'Draf', at: new Date(0) })
  expect(paper.blocks.map((block) => ('text' in block ? block.text : ''))).toEqual([
    'Badan\nVersi 2. Draf',
    '1. Maksud',
    'Bagi agen.',
  ])
})
