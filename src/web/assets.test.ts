import { expect, test } from 'vitest'
import { asset, staticRoutes } from './assets.ts'

test('an asset that was not built keeps its plain name', () => {
  expect(asset('nothing-of-the-kind.css')).toBe('/static/nothing-of-the-kind.css')
})

test.each(['/static/nothing.css', '/static/..%2fmanifest.json', '/static/%2e%2e%2fmain.js'])(
  '%s is not found',
  async (path) => {
    expect((await staticRoutes.request(path)).status).toBe(404)
  },
)
