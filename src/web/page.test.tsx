import type { VNode } from 'preact'
import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { blankForm } from '#kit/form.ts'
import { asset } from './assets.ts'
import { Island } from './island.tsx'
import { DeskPage, ReadingPage } from './page.tsx'
import { type Shell, ShellContext } from './shell.tsx'

const shell: Shell = {
  path: '/proyek/b7k3m9qt',
  nonce: 'n0nce',
  zone: 'Asia/Jakarta',
  today: '2026-11-24',
  toast: null,
  url: 'http://localhost:3000',
  development: false,
  signedIn: {
    name: 'Sri Wahyuni',
    agencyName: 'Pustaka Nusantara',
    programmeLabel: null,
    agencies: [{ id: '1', name: 'Pustaka Nusantara' }],
    noticeCount: 0,
    places: [
      { path: '/beranda', label: 'Beranda', icon: 'house' },
      { path: '/proyek', label: 'Proyek', icon: 'folder-kanban' },
    ],
    accountPath: '/akun',
  },
}

const draw = (page: VNode, but: Partial<Shell> = {}) =>
  render(<ShellContext.Provider value={{ ...shell, ...but }}>{page}</ShellContext.Provider>)

test('a page without an island has no script', () => {
  expect(draw(<ReadingPage title="Proyek" />)).not.toContain('<script')
  // The search in its head is a plain form.
  const desk = draw(<DeskPage title="Proyek" />)
  expect(desk).toContain('action="/cari"')
  expect(desk).not.toContain('<script')
})

test('a page with an island has one script, under the nonce of its answer', () => {
  const html = draw(
    <DeskPage title="Proyek">
      <Island name="count">satu</Island>
      <Island name="count">dua</Island>
    </DeskPage>,
  )
  expect(html.match(/<script[^>]*>/g)).toEqual([`<script type="module" src="${asset('islands.js')}" nonce="n0nce">`])
})

test('a page whose form came back says so in its title', () => {
  const form = { values: {}, errors: { title: 'Isi judul.' } }
  expect(draw(<ReadingPage title="Usulkan" form={form} />)).toContain('<title>Kesalahan: Usulkan · Rintis</title>')
  expect(draw(<ReadingPage title="Usulkan" form={blankForm()} />)).toContain('<title>Usulkan · Rintis</title>')
})

test('the navigation tells where one is, also below a place', () => {
  expect(draw(<DeskPage title="Proyek" />)).toContain('<a href="/proyek" aria-current="true">')
  expect(draw(<DeskPage title="Proyek" />, { path: '/proyek' })).toContain('<a href="/proyek" aria-current="page">')
})

test('who acts for one agency alone is not offered another', () => {
  expect(draw(<DeskPage title="Proyek" />)).not.toContain('agency_id')
  const agencies = [
    { id: '1', name: 'Pustaka Nusantara' },
    { id: '2', name: 'Arsip Nusantara' },
  ]
  const signedIn = shell.signedIn && { ...shell.signedIn, agencies }
  expect(draw(<DeskPage title="Proyek" />, { signedIn })).toContain('name="agency_id" value="2"')
})
