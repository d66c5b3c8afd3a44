// npm run bench [-- name]: measures the built application on a filled database (bench/README.md says what and how).
import path from 'node:path'
import { build } from 'esbuild'
import { findNode, install, root, run } from './ground.mjs'

await install({ withDevelopment: true })
process.chdir(root)
const node = findNode()
const code = await run(node, ['bin/build.mjs', '--if-changed'], 'membangun')
if (code !== 0) process.exit(code)
await build({
  entryPoints: ['bench/main.ts', 'bench/national.ts', 'bench/search.ts', 'bench/slots.ts'],
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
const program = ['national', 'search', 'slots'].find((name) => name === process.argv[2]) ?? 'main'
process.exit(await run(node, [`dist.bench/${program}.js`, ...process.argv.slice(2)], 'mengukur'))
