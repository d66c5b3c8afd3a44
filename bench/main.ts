import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '#db/port.ts'
import { type Application, signIn, startApplication } from './application.ts'
import { fillPlan, timeSaves } from './grid.ts'
import { drive, driveFloor, driveSql } from './load.ts'
import { pages } from './pages.ts'
import { type OtherResult, type PageResult, report } from './report.ts'
import { listenIn } from './statements.ts'

const seconds = 5
const password = 'ukur-ukur-di-dahan-9'
const wanted = process.argv[2]

const folder = mkdtempSync(path.join(tmpdir(), 'rintis-bench-'))
const data = path.join(folder, 'data')
const port = await freePort()
let application: Application | undefined
try {
  const first = await startApplication(data, port, password)
  await first.stop()
  application = await startApplication(data, port, password)
  const { results, others } = await measurePages(application.address)
  report(results, [...startTimes(first, application), ...others])
} finally {
  await application?.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function measurePages(address: string): Promise<{ results: PageResult[]; others: OtherResult[] }> {
  const cookie = await signIn(address, 'sekretariat@demo.example', password)
  const { pool, statementsOf } = await listenIn(data, address)
  const list = await (await fetch(`${address}/proyek`, { headers: { cookie } })).text()
  const codes = [...list.matchAll(/href="\/proyek\/([0-9a-z]{8})"/g)].map(([, code = '']) => code)
  const [projectCode = ''] = codes
  const plan = await fillPlan(address, cookie, codes.slice(1))
  const results: PageResult[] = []
  try {
    for (const page of pages.filter(({ name }) => wanted === undefined || name === wanted)) {
      const at = page.path({ projectCode, planCode: plan.code })
      const headers: Record<string, string> = page.isOpen ? {} : { cookie }
      const bytes = (await (await fetch(address + at, { headers })).arrayBuffer()).byteLength
      const statements = await statementsOf(at, headers)
      await drive(address + at, headers, 2)
      const { rps, p50, p99 } = await drive(address + at, headers, seconds)
      const floor = (await driveFloor(bytes, seconds)).rps
      const sql = statements.length === 0 ? 0 : await driveSql(pool, statements, seconds)
      results.push({
        page: page.name,
        rps: Math.round(rps),
        p50_ms: p50,
        p99_ms: p99,
        bytes,
        queries: statements.length,
        floor_rps: Math.round(floor),
        sql_rps: Math.round(sql),
        ratio_floor: rps / floor,
        ratio_sql: sql === 0 ? 0 : rps / sql,
      })
      console.error(`${page.name}: ${Math.round(rps)} requests/s, ${statements.length} queries`)
    }
  } finally {
    await pool.end()
  }
  return { results, others: [await timeSaves(address, cookie, plan)] }
}

function startTimes(first: Application, second: Application): OtherResult[] {
  const [filled, again] = [round(first.seconds), round(second.seconds)]
  return [
    { name: 'first start, demonstration filled in', value: filled, unit: 's', anchor: '', ratio: null },
    { name: 'second start', value: again, unit: 's', anchor: 'under 5 s', ratio: again / 5 },
  ]
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
