// npm test [-- vitest's filters]: everything that must hold before a change lands. Installs what is missing, builds,
// then runs the tests on real PostgreSQL and in Chromium, and beside them the checks of types, lint and unused code:
// a core that waits for one has the other. What a check finds is said at the end. The last line counts.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findNode, install, root, run, say } from './ground.mjs'

await install({ withDevelopment: true })
const node = findNode()
// What the tests start must find this Node too.
process.env.PATH = [path.dirname(node), process.env.PATH].join(path.delimiter)
installTools()

const sum = { passed: 0, failed: 0, skipped: 0 }
const complaints = []
const folder = mkdtempSync(path.join(tmpdir(), 'rintis-npm-test-'))
try {
  await check('build', 'bin/build.mjs', '--if-changed')
  await Promise.all([checkSource(), vitest(path.join(folder, 'vitest.json'))])
  for (const words of complaints) say(words)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed${skipped}\n`)
process.exit(sum.failed > 0 ? 1 : 0)

/** One after another: of two cores the tests have the other. */
async function checkSource() {
  await check('tsc', 'node_modules/typescript/bin/tsc', '--pretty', 'false')
  await check('biome', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings')
  await check('knip', 'node_modules/knip/bin/knip.js')
}

/** A check is one test: it passes or fails as a whole, and shows why, once nothing else is said any more. */
async function check(name, ...args) {
  const { code, said } = await hear(args)
  say(`${code === 0 ? '✓' : '✗'} ${name}`)
  sum[code === 0 ? 'passed' : 'failed'] += 1
  if (code !== 0) complaints.push(`✗ ${name}\n${said}`)
}

/** Runs a program of Node's to its end; what it says on its way is kept together. */
function hear(args) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: root })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (words) => {
        said += words
      })
    child.once('error', (error) => resolve({ code: 127, said: String(error) }))
    child.once('close', (code) => resolve({ code: code ?? 1, said }))
  })
}

async function vitest(report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...process.argv.slice(2)]
  const code = await run(node, args, 'menguji')
  const found = readReport(report)
  const before = sum.failed
  sum.passed += found?.numPassedTests ?? 0
  sum.failed += found?.numFailedTests ?? 0
  sum.skipped += (found?.numPendingTests ?? 0) + (found?.numTodoTests ?? 0)
  for (const file of found?.testResults ?? []) {
    // A file that cannot be read has no tests to fail.
    if (file.status === 'failed' && file.assertionResults.length === 0) sum.failed += 1
    for (const test of file.assertionResults) if (test.status === 'skipped') say(`dilewati: ${test.fullName}`)
  }
  if (code !== 0 && sum.failed === before) sum.failed += 1
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/**
 * A browser for the journeys, ffmpeg for films: from Debian where we may, else a sentence, and their tests skip. Of
 * Chromium that without windows is the first choice: the whole one takes three times as long over every page.
 */
function installTools() {
  const isThere = (program) => !spawnSync(program, ['-version'], { stdio: 'ignore' }).error
  const tools = [
    ['CHROMIUM_PATH', 'chromium-headless-shell', 'chromium'],
    ['FFMPEG_PATH', 'ffmpeg'],
  ].filter(([variable, first]) => !isThere(process.env[variable] || first))
  if (tools.length > 0 && process.getuid?.() === 0 && isThere('apt-get')) {
    say(`Memasang ${tools.map(([, first]) => first).join(' dan ')} dari Debian …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...args) =>
      spawnSync('apt-get', ['-qq', ...args], { stdio: ['ignore', 'ignore', 2], env }).status === 0
    apt('update')
    for (const [, ...names] of tools)
      names.some((name) => isThere(name) || apt('install', '-y', '--no-install-recommends', name))
  }
  const missing = tools.filter(([, ...names]) => !names.some(isThere))
  if (missing.length === 0) return
  const [names, variables] = [missing.map(([, first]) => first), missing.map(([variable]) => variable)]
  say(`Tidak ada ${names.join(' dan ')}, jadi ujinya dilewati: pasang paket itu, atau isi ${variables.join(' dan ')}.`)
}
