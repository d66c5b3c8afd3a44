// npm run build: dist/main.js and dist/cli.js for Node; dist/static for browsers, under names that carry their hash,
// with dist/manifest.json from the plain name to that one. --if-changed: only when the sources are not those that dist
// was built from; --apart: only what works on strangers' files in a process of its own, a third of a second.
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { root, say } from './ground.mjs'

process.chdir(root)
/** Two builds at once, each in its own folder, do not meet. */
const fresh = `dist.new/${process.pid}`
if (process.argv.includes('--apart')) await replaceApart()
else {
  const sources = hashOf(globSync(['src/**/*.*', 'bin/build.mjs', 'package-lock.json', 'tsconfig.json']).sort())
  const built = 'dist/sources.sha256'
  const isCurrent = existsSync(built) && readFileSync(built, 'utf8') === sources
  if (!(process.argv.includes('--if-changed') && isCurrent)) await buildAll(sources)
}

async function buildAll(sources) {
  const began = Date.now()
  say('Membangun Rintis …')
  mkdirSync(path.join(fresh, 'static'), { recursive: true })
  await Promise.all([buildServer(), buildApart()])
  writeFileSync(path.join(fresh, 'manifest.json'), JSON.stringify(await buildStatic(), null, 2))
  compress()
  writeFileSync(path.join(fresh, 'sources.sha256'), sources)
  replace()
  say(`Rintis dibangun dalam ${((Date.now() - began) / 1000).toFixed(1)} detik.`)
}

/** What was built appears whole; what runs from the old folder has read it already. */
function replace() {
  const old = `dist.new/old-${process.pid}`
  if (existsSync('dist')) renameSync('dist', old)
  renameSync(fresh, 'dist')
  rmSync(old, { recursive: true, force: true })
}

/** The same for what works apart alone, into the dist that is there. */
async function replaceApart() {
  await buildApart()
  for (const file of globSync(`${fresh}/*/*.*`)) {
    const to = path.join('dist', path.relative(fresh, file))
    mkdirSync(path.dirname(to), { recursive: true })
    renameSync(file, to)
  }
  rmSync(fresh, { recursive: true })
}

/** One file for each process, sharing what all need; packages stay in node_modules. */
function buildServer() {
  return buildForNode(['src/main.ts', 'src/cli.ts'], { splitting: true })
}

/** Begun anew for every file of a stranger's, so that each is one file that reads nothing else of ours. */
function buildApart() {
  const documents = ['read-sheet', 'draw-page', 'keep-office'].map((name) => `src/documents/${name}.ts`)
  return buildForNode([...documents, 'src/files/look-inside.ts'], { splitting: false })
}

function buildForNode(entryPoints, { splitting }) {
  return build({
    entryPoints,
    outbase: 'src',
    outdir: fresh,
    bundle: true,
    splitting,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: true,
    logLevel: 'warning',
  })
}

/** Islands, style sheet and fonts; returns the manifest. */
async function buildStatic() {
  const entryPoints = globSync(['src/islands.ts', 'src/files/upload-hash.ts', 'src/web/css/rintis.css'])
  const { metafile } = await build({
    entryPoints,
    outdir: path.join(fresh, 'static'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: ['chrome111', 'firefox115', 'safari16.4'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    metafile: true,
    logLevel: 'warning',
  })
  return Object.fromEntries([...namesOf(metafile), ...plainFiles()])
}

/** Entries under their own name (islands.js, rintis.css), fonts under theirs. Chunks are found by their importers. */
function namesOf({ outputs }) {
  return Object.entries(outputs).flatMap(([file, { entryPoint, inputs }]) => {
    const output = path.basename(file)
    if (entryPoint) return [[path.basename(entryPoint).replace(/\.tsx?$/, '.js'), output]]
    const [input] = Object.keys(inputs)
    return input && /\.(woff2|svg|png)$/.test(output) ? [[path.basename(input), output]] : []
  })
}

/** Files of src/web/static (icons, pictures), copied under a name with their hash. */
function plainFiles() {
  return globSync('src/web/static/*.*').map((file) => {
    const { name, ext, base } = path.parse(file)
    const output = `${name}-${hashOf([file]).slice(0, 8)}${ext}`
    cpSync(file, path.join(fresh, 'static', output))
    return [base, output]
  })
}

/** Beside each text file its .br and .gz, so that no request waits for compression. */
function compress() {
  for (const file of globSync(`${fresh}/static/*.{js,css,svg,json,webmanifest}`)) {
    const bytes = readFileSync(file)
    writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }))
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }))
  }
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}
