import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Context } from 'hono'
import { root } from '../root.ts'
import { anyone, routes, type Web } from './request.ts'

const folder = path.join(root, 'dist/static')
const manifestFile = path.join(root, 'dist/manifest.json')
const manifest: Record<string, string> = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : {}
/** Only what lay there at the start is served, so that no path can lead anywhere else. */
const files = new Set(existsSync(folder) ? readdirSync(folder) : [])

/** The address of a built file, `rintis.css` say, under the name that carries its hash; the plain name unbuilt. */
export const asset = (name: string): string => `/static/${manifest[name] ?? name}`

/** `/static/*`: names carry a hash, so a browser never asks twice. */
export const staticRoutes = routes().get('/static/:name', anyone, (c) => {
  const name = c.req.param('name')
  if (!files.has(name) || name.endsWith('.br') || name.endsWith('.gz')) return c.notFound()
  const { body, encoding } = packed(c, name)
  return c.body(body, 200, {
    'Content-Type': types[path.extname(name)] ?? 'application/octet-stream',
    'Cache-Control': 'public, max-age=31536000, immutable',
    Vary: 'Accept-Encoding',
    ...(encoding && { 'Content-Encoding': encoding }),
  })
})

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** The smallest copy that the browser understands. */
function packed(c: Context<Web>, name: string) {
  const accepted = c.req.header('accept-encoding') ?? ''
  if (/\bbr\b/.test(accepted) && files.has(`${name}.br`)) return { body: read(`${name}.br`), encoding: 'br' }
  if (/\bgzip\b/.test(accepted) && files.has(`${name}.gz`)) return { body: read(`${name}.gz`), encoding: 'gzip' }
  return { body: read(name), encoding: undefined }
}

const kept = new Map<string, Uint8Array<ArrayBuffer>>()

/** All built files together are a few hundred kilobytes: each is read once. */
function read(name: string): Uint8Array<ArrayBuffer> {
  const bytes = kept.get(name) ?? new Uint8Array(readFileSync(path.join(folder, name)))
  kept.set(name, bytes)
  return bytes
}
