import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'

export type PageResult = {
  page: string
  rps: number
  p50_ms: number
  p99_ms: number
  bytes: number
  queries: number
  floor_rps: number
  sql_rps: number
  ratio_floor: number
  ratio_sql: number
}

export type OtherResult = { name: string; value: number; unit: string; anchor: string; ratio: number | null }

type Results = { machine: string; commit: string; pages: PageResult[]; others: OtherResult[] }

const resultsFile = 'bench/results.json'

const begin = '<!-- results -->'
const end = '<!-- /results -->'

/** Writes bench/results.json, and the table of bench/README.md between its two marks. */
export function report(pages: PageResult[], others: OtherResult[]): void {
  const { machine, commit } = here()
  // What other benches measured stays.
  const apart = readResults()?.others.filter(({ name }) => !others.some((one) => one.name === name)) ?? []
  writeResults({ machine, commit, pages, others: [...others, ...apart] })
  const readme = readFileSync('bench/README.md', 'utf8')
  const table = `${begin}\n${machine}; commit ${commit}.\n\n${pageTable(pages)}\n\n${otherTable(others)}\n${end}`
  writeFileSync(
    'bench/README.md',
    readme.slice(0, readme.indexOf(begin)) + table + readme.slice(readme.indexOf(end) + end.length),
  )
}

/** Adds to bench/results.json what a bench of its own measured, and prints it for bench/README.md. */
export function recordOthers(others: OtherResult[]): void {
  const { machine, commit } = here()
  const before = readResults() ?? { machine, commit, pages: [], others: [] }
  const apart = before.others.filter(({ name }) => !others.some((one) => one.name === name))
  writeResults({ ...before, others: [...apart, ...others] })
  console.log(`${machine}; commit ${commit}; load ${loadavg()[0]?.toFixed(1)}.\n\n${otherTable(others)}`)
}

function here(): Pick<Results, 'machine' | 'commit'> {
  const [cpu] = cpus()
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`
  return {
    machine: `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${memory}, Node ${process.version}`,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  }
}

const readResults = (): Results | undefined =>
  existsSync(resultsFile) ? JSON.parse(readFileSync(resultsFile, 'utf8')) : undefined

const writeResults = (results: Results) => writeFileSync(resultsFile, `${JSON.stringify(results, null, 2)}\n`)

const pageTable = (pages: PageResult[]) =>
  rows(
    ['page', 'requests/s', 'p50 ms', 'p99 ms', 'bytes', 'queries', 'floor/s', 'its SQL/s', 'of floor', 'of SQL'],
    pages.map((one) => [
      one.page,
      ...[one.rps, one.p50_ms, one.p99_ms, one.bytes, one.queries, one.floor_rps, one.sql_rps].map((n) => String(n)),
      one.ratio_floor.toFixed(3),
      one.queries === 0 ? '' : one.ratio_sql.toFixed(2),
    ]),
  )

const otherTable = (others: OtherResult[]) =>
  rows(
    ['what', 'value', 'against', 'ratio'],
    others.map(({ name, value, unit, anchor, ratio }) => [
      name,
      `${value} ${unit}`,
      anchor,
      ratio === null ? '' : ratio.toFixed(2),
    ]),
  )

const rows = (head: string[], body: string[][]): string =>
  [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
