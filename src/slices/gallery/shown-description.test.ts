import { expect, test } from 'vitest'
import { dataBlockOf, jsonLdOf } from './shown-description.ts'

test('what is said more than once is a list, and what narrows an element stands under its own name', () => {
  const statements = [
    { element: 'title', value: 'Satu jam' },
    { element: 'subject', value: 'rujukan' },
    { element: 'subject', value: 'antrean' },
    { element: 'date', refines: 'created', value: '2026-11-20' },
  ] as const
  expect(jsonLdOf('https://rintis.example/galeri/dokumentasi/b7k3m9qt', [...statements])).toEqual({
    '@id': 'https://rintis.example/galeri/dokumentasi/b7k3m9qt',
    'dc:title': ['Satu jam'],
    'dc:subject': ['rujukan', 'antrean'],
    'dcterms:created': ['2026-11-20'],
  })
})

test('no title can end the block that it stands in', () => {
  const block = dataBlockOf([{ 'dc:title': ['</script><script>alert(1)</script>'] }])
  expect(block).not.toContain('<')
  expect(JSON.parse(block)['@graph'][0]['dc:title'][0]).toBe('</script><script>alert(1)</script>')
})
