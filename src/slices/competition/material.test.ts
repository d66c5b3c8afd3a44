import { describe, expect, test } from 'vitest'
import { fieldsOf } from './edition.ts'
import { anEdition, makeFacts } from './make-entry.ts'
import { materialOf } from './material.ts'
import { isSummary } from './proposal.ts'
import { shipped } from './shipped.ts'

const background = (facts = makeFacts()) => {
  const found = materialOf(anEdition(), { facts, verifiedEvidence: 0 }).find(({ label }) =>
    label.startsWith('Latar Belakang'),
  )
  return found ?? { held: [], missing: [] }
}

describe('what an entry could be filled from', () => {
  test('is told by aspect, and leaves what is lacking as soon as the project says it', () => {
    expect(background(makeFacts({ problem: '' })).missing).toContain('problem')
    expect(background().held).toContain('problem')
    expect(background().missing).not.toContain('problem')
  })

  test('counts verified evidence where an aspect looks for some, and nowhere else', () => {
    const withEvidence = new Map(
      materialOf(anEdition(), { facts: makeFacts(), verifiedEvidence: 3 }).map(({ label, evidence }) => [
        label,
        evidence,
      ]),
    )
    for (const { label, fields } of anEdition().aspects) {
      const looks = fields.some(({ signals }) => signals.includes('verified-evidence'))
      if (withEvidence.has(label)) expect(withEvidence.get(label)).toBe(looks ? 3 : null)
    }
    expect([...withEvidence.values()]).toContain(3)
  })

  test.each(shipped)('$label: everything that its fields are filled from is held or missing, once', (edition) => {
    const told = materialOf(edition, { facts: makeFacts(), verifiedEvidence: 0 })
    for (const { label, held, missing } of told) {
      const fields = fieldsOf(edition).filter(({ key }) =>
        edition.aspects.some((one) => one.label === label && one.fields.some((field) => field.key === key)),
      )
      const asked = new Set(fields.filter((field) => !isSummary(field)).flatMap(({ sources }) => sources))
      expect([...held, ...missing].toSorted()).toEqual([...asked].toSorted())
    }
  })
})
