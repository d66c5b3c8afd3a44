import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { TaskList } from './task-list.tsx'

const drawn = (due: string) =>
  renderToString(
    <TaskList label="Yang menunggu" today="2026-11-27" tasks={[{ title: 'Nilai', path: '/nilai', due }]} />,
  )

test('a task of another year says which, while one of these months needs none', () => {
  expect(drawn('2027-01-18')).toContain('Senin, 18 Jan<')
  expect(drawn('2021-12-26')).toContain('Minggu, 26 Desember 2021<')
})
