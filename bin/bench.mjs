// npm run bench [-- name]: measures the built application on a filled database (bench/README.md says what and how).
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findNode, install, root, run, say } from './ground.mjs'

/** Benches of their own, each a file of bench/; any other name is that of a page, which `main` measures. */
const benches = {
  national: 'statements of the pages in a national data set',
  search: 'half a million objects to search',
  upload: 'an upload of a gigabyte beside dd and sha256sum',
  viewers: '200 viewers of a segment beside nginx',
  harvest: 'a hundred thousand records by OAI-PMH beside the bare SQL',
  ranking: '3,500 entries, five judges each, eight criteria, beside the bare SQL',
  judging: '200 judges of a national assessment open their sheets and mark, beside the bare SQL',
  slots: 'a schedule for 200 presentations, by the rule alone',
  fixity: 'small files and a film, read again as the weekly job does',
}
const pages = [...readFileSync(path.join(root, 'bench/pages.ts'), 'utf8').matchAll(/name: '([a-z-]+)'/g)].map(
  ([, name]) => name,
)
const wanted = process.argv[2]
if (wanted !== undefined && !Object.hasOwn(benches, wanted) && !pages.includes(wanted)) {
  const list = Object.entries(benches).map(([name, what]) => `  ${name.padEnd(9)} ${what}`)
  say(['npm run bench [-- name]', '', ...list, `  a page    ${pages.join(', ')}`, '  no name   all pages'].join('\n'))
  process.exit(wanted === '--help' ? 0 : 2)
}

await install({ withDevelopment: true })
process.chdir(root)
const { build } = await import('esbuild')
const node = findNode()
const code = await run(node, ['bin/build.mjs', '--if-changed'], 'membangun')
if (code !== 0) process.exit(code)
await build({
  entryPoints: ['main', ...Object.keys(benches)].map((name) => `bench/${name}.ts`),
  outdir: 'dist.bench',
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  packages: 'external',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  logLevel: 'warning',
})
process.env.PATH = [path.dirname(node), process.env.PATH].join(path.delimiter)
const program = wanted !== undefined && Object.hasOwn(benches, wanted) ? wanted : 'main'
process.exit(await run(node, [`dist.bench/${program}.js`, ...process.argv.slice(2)], 'mengukur'))
