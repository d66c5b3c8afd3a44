import { signIn } from './application.ts'
import { listenIn } from './statements.ts'
const address = 'http://localhost:3200'
const cookie = await signIn(address, 'sekretariat@demo.example', 'demo-demo-2026')
const { pool, statementsOf } = await listenIn('/tmp/me-data', address)
const list = await (await fetch(`${address}/proyek`, { headers: { cookie } })).text()
const [, code = ''] = /href="\/proyek\/([0-9a-z]{8})"/.exec(list) ?? []
for (const [path, headers] of [['/', {}], ['/beranda', { cookie }], ['/proyek', { cookie }], [`/proyek/${code}`, { cookie }]] as [string, Record<string, string>][]) {
  const st = await statementsOf(path, headers)
  const client = await pool.connect()
  for (const named of [false, true]) {
    const once = async () => { for (const [i, { sql, parameters }] of st.entries()) await client.query({ text: sql, values: [...parameters], ...(named && { name: `${path}${i}` }) }) }
    for (let i = 0; i < 30; i++) await once()
    const times: number[] = []
    for (let i = 0; i < 150; i++) { const t = performance.now(); await once(); times.push(performance.now() - t) }
    times.sort((a, b) => a - b)
    console.log(path, st.length, named ? 'named' : 'unnamed', times[15]!.toFixed(2), times[75]!.toFixed(2))
  }
  client.release()
}
await pool.end()
