// npm test [-- vitest's filters]: everything that must hold before a change lands. Installs what is missing, checks
// types, lint and unused code, builds, then runs the tests on real PostgreSQL and in Chromium. The last line counts.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findNode, install, run, say } from './ground.mjs'

await install({ withDevelopment: true })
const node = findNode()
// What the tests start must find this Node too.
process.env.PATH = [path.dirname(node), process.env.PATH].join(path.delimiter)
installTools()

const sum = { passed: 0, failed: 0, skipped: 0 }
const folder = mkdtempSync(path.join(tmpdir(), 'rintis-npm-test-'))
try {
  await check('tsc', 'node_modules/typescript/bin/tsc', '--pretty', 'false')
  await check('biome', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings')
  await check('knip', 'node_modules/knip/bin/knip.js')
  await check('build', 'bin/build.mjs', '--if-changed')
  await vitest(path.join(folder, 'vitest.json'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''
process.stdout.write(`${sum.passed} passed, ${sum.failed} failed${skipped}\n`)
process.exit(sum.failed > 0 ? 1 : 0)

/** A check is one test: it passes or fails as a whole, and shows why. */
async function check(name, ...args) {
  const code = await run(node, args, `memeriksa (${name})`)
  say(`${code === 0 ? '✓' : '✗'} ${name}`)
  sum[code === 0 ? 'passed' : 'failed'] += 1
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
