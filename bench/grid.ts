import { randomUUID } from 'node:crypto'
import type { OtherResult } from './report.ts'

const rowsWanted = 200
const times = 200

type Grid = { revision: number; groups: { id: string; rows: { id: string; cells: Record<string, string> }[] }[] }
type Plan = { code: string; grid: Grid }

/** Makes a plan of 200 activities out of the first of these projects whose plan is still being written. */
export async function fillPlan(address: string, cookie: string, codes: string[]): Promise<Plan> {
  for (const code of codes) {
    const grid = await look(address, cookie, code)
    const [group] = grid?.groups ?? []
    if (!grid || !group) continue
    const missing = rowsWanted - grid.groups.flatMap(({ rows }) => rows).length
    const rows = Array.from({ length: missing }, (_, at) => ({
      id: randomUUID(),
      initiativeId: group.id,
      cells: Object.entries(cellsOf(at)).map(([key, to]) => ({ key, from: '', to })),
    }))
    await post(`${address}/proyek/${code}/rencana/lembar`, cookie, { rows })
    const filled = await look(address, cookie, code)
    if (!filled) throw new Error(`${code} can no longer be written.`)
    return { code, grid: filled }
  }
  throw new Error('No plan of the demonstration is open.')
}

const cellsOf = (at: number): Record<string, string> => ({
  title: `Melatih petugas layanan rujukan gelombang ${at}`,
  output: `Laporan pelatihan gelombang ${at}`,
  indicator: 'Petugas yang lulus uji',
  indicatorUnit: 'orang',
  baseline: '0',
  target: String(10 + at),
  inCharge: 'Kepala kelompok layanan',
  risk: 'Petugas bertugas di loket pada jam pelatihan',
})

/** One cell after the other, on one connection: how long a save takes beside a look that finds nothing new. */
export async function timeSaves(address: string, cookie: string, { code, grid }: Plan): Promise<OtherResult> {
  const at = `${address}/proyek/${code}/rencana/lembar`
  const rows = grid.groups.flatMap(({ id, rows }) => rows.map((row) => ({ ...row, initiativeId: id })))
  const saves: number[] = []
  for (let time = 0; time < times; time += 1) {
    const row = rows[time % rows.length]
    if (!row) throw new Error('The plan is empty.')
    const cell = { key: 'output', from: row.cells.output ?? '', to: `Keluaran ${time}` }
    saves.push(
      await timed(() => post(at, cookie, { rows: [{ id: row.id, initiativeId: row.initiativeId, cells: [cell] }] })),
    )
    row.cells.output = cell.to
  }
  const { revision } = (await look(address, cookie, code)) ?? grid
  const looks: number[] = []
  for (let time = 0; time < times; time += 1) {
    looks.push(await timed(() => post(`${at}/kini`, cookie, { revision, at: null })))
  }
  const [save, nothing] = [median(saves), median(looks)]
  return {
    name: `a cell of ${rowsWanted} activities is saved, p50`,
    value: round(save),
    unit: 'ms',
    anchor: `a look that finds nothing new, ${round(nothing)} ms`,
    ratio: save / nothing,
  }
}

async function look(address: string, cookie: string, code: string): Promise<Grid | undefined> {
  const at = `${address}/proyek/${code}/rencana/lembar/kini`
  const answer = await send(at, cookie, { revision: 0, at: null })
  return answer.ok ? ((await answer.json()) as { grid: Grid }).grid : undefined
}

async function post(at: string, cookie: string, body: object): Promise<void> {
  const answer = await send(at, cookie, body)
  if (!answer.ok) throw new Error(`${at} was answered with ${answer.status}`)
  await answer.arrayBuffer()
}

const send = (at: string, cookie: string, body: object): Promise<Response> =>
  fetch(at, {
    method: 'POST',
    headers: { cookie, origin: new URL(at).origin, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  })

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
const round = (value: number) => Math.round(value * 10) / 10
