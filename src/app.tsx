import type { Context, Hono, MiddlewareHandler } from 'hono'
import { requestId } from 'hono/request-id'
import { agentRoutes, decreeRoutes, importRoutes, mayReadDecreeFile } from '#appointment'
import { mayJudgeEvidenceFile } from '#assessment'
import { bagRoutes } from '#bag'
import { competitionRoutes, mayReadEntryFile } from '#competition'
import { type Database, forAgency } from '#db'
import { deskRoutes, historyRoutes, journalRoutes, places } from '#desk'
import { type FileReaders, type Files, fileRoutes, uploadRoutes } from '#files'
import { followUpRoutes, handOverRoutes, mayReadFollowUpFile } from '#follow-up'
import { forumRoutes, guidelineRoutes, mayReadTopicFile } from '#forum'
import { arkRoutes, galleryRoutes, oaiRoutes, publicationRoutes, searchRoutes, shareRoutes } from '#gallery'
import type { Actor } from '#kit/actor.ts'
import type { Logger } from '#kit/log.ts'
import { Refusal } from '#kit/refusal.ts'
import { lkeRoutes } from '#lke'
import { outboxRoutes } from '#mail'
import { countUnread, noticeRoutes } from '#notices'
import {
  askSignIn,
  type FillDemo,
  headRoutes,
  identity,
  identityRoutes,
  mergeRoutes,
  personChangeRoutes,
  personRoutes,
  settingsRoutes,
  unitChangeRoutes,
  unitRoutes,
} from '#people'
import { mayReadSlides, minutesRoutes, presentationRoutes, sittingRoutes, slotRoutes, stageRoutes } from '#presentation'
import { fixityRoutes, quarantineRoutes } from '#preservation'
import { programmeChangeRoutes, programmeRoutes } from '#programme'
import {
  bundleRoutes,
  compareRoutes,
  decisionRoutes,
  evidenceDecisionRoutes,
  evidenceRoutes,
  mayReadEvidenceFile,
  progressRoutes,
  questionRoutes,
  scheduleRoutes,
} from '#progress'
import {
  finishRoutes,
  gateRoutes,
  gridRoutes,
  integrationRoutes,
  mayReadProjectFile,
  planImportRoutes,
  planRoutes,
  projectRoutes,
  recapRoutes,
  teamRoutes,
  templateRoutes,
  versionRoutes,
} from '#project'
import {
  captionRoutes,
  mayReadRecordingFile,
  preservationRoutes,
  processingRoutes,
  recordingDescriptionRoutes,
  recordingRoutes,
  recordingVersionRoutes,
  retentionRoutes,
  stewardRoutes,
} from '#recording'
import { nationalRoutes } from '#reports'
import { staticRoutes } from '#web/assets.ts'
import { awayResponse, isDatabaseAway } from '#web/away.ts'
import { documents, type Frame } from '#web/document.tsx'
import { ErrorPage } from '#web/error-page.tsx'
import { formLimit, headers, sameOrigin, writable } from '#web/guard.ts'
import { accessList, routes, type Web } from '#web/request.ts'
import { styleGuideRoutes } from '#web/style-guide/routes.tsx'
import { findLastRun, findLastSuccess } from './backup/index.ts'
import { judgingRooms } from './judging.ts'

/** What the application is made of; tests hand in their own. */
export type AppParts = {
  database: Database
  files: Files
  /** The public origin (`RINTIS_URL`). */
  url: string
  /** What signs cookies, what signed them before, and what opens the set-up page. */
  secrets: { secret: string; secretOld?: string | undefined; setUpKey: string }
  /** A file of breached passwords (`RINTIS_BREACHED_PASSWORDS`). */
  breachedPasswords?: string | undefined
  now: () => Date
  log: Pick<Logger, 'error'>
  /** Pages for developers are served: the style guide. */
  development: boolean
  /** The folder of outgoing letters where its page may be seen (`environment.showsOutbox`). */
  outbox?: string | undefined
  /** Whether letters leave this machine (`SMTP_URL`); unless said otherwise they do. */
  sendsMail?: boolean
  /** Records on one page that a harvester gets (`RINTIS_OAI_PAGE`). */
  oaiPage?: number
  /** The names of the storages whose files are checked by rounds. */
  storages?: readonly string[]
  /** Fills in the demonstration from the set-up page, where that may be done. */
  fillDemo?: FillDemo | undefined
  /** What measures every request, and answers that need neither session nor page (`/healthz`). */
  front?: Hono<Web> | undefined
}

/** The rooms, each with its own addresses. */
const rooms = [
  deskRoutes,
  nationalRoutes,
  journalRoutes,
  historyRoutes,
  importRoutes,
  decreeRoutes,
  agentRoutes,
  noticeRoutes,
  // Before those that would take its address for a project's code.
  recapRoutes,
  finishRoutes,
  integrationRoutes,
  teamRoutes,
  templateRoutes,
  versionRoutes,
  planImportRoutes,
  gridRoutes,
  gateRoutes,
  planRoutes,
  projectRoutes,
  progressRoutes,
  compareRoutes,
  scheduleRoutes,
  decisionRoutes,
  // Before those that would take its address for that of one piece.
  bundleRoutes,
  evidenceRoutes,
  evidenceDecisionRoutes,
  questionRoutes,
  // Their addresses would be taken for a recording's code.
  retentionRoutes,
  recordingRoutes,
  recordingDescriptionRoutes,
  recordingVersionRoutes,
  processingRoutes,
  captionRoutes,
  preservationRoutes,
  stewardRoutes,
  publicationRoutes,
  searchRoutes,
  galleryRoutes,
  shareRoutes,
  arkRoutes,
  bagRoutes,
  presentationRoutes,
  // Before those that would take its addresses for a sitting's id.
  slotRoutes,
  sittingRoutes,
  stageRoutes,
  minutesRoutes,
  followUpRoutes,
  handOverRoutes,
  ...judgingRooms,
  competitionRoutes,
  forumRoutes,
  guidelineRoutes,
  programmeChangeRoutes,
  programmeRoutes,
  unitChangeRoutes,
  unitRoutes,
  headRoutes,
  personChangeRoutes,
  personRoutes,
  mergeRoutes,
  lkeRoutes,
]

/** The whole application as a value: what it answers depends on its parts and the database alone. */
export function createApp(parts: AppParts) {
  const {
    database,
    files,
    url,
    secrets,
    breachedPasswords,
    now,
    log,
    development,
    outbox,
    front,
    fillDemo,
    sendsMail = true,
    oaiPage = 100,
    storages = ['local'],
  } = parts
  const app = routes()
  const people = identity(database, { url, ...secrets, breachedPasswords, now, log })
  app.use(requestId({ headerName: '' }), nonceOf, headers(url.startsWith('https:')))
  if (front) app.route('/', front)
  app.use(async (c, next) => {
    c.set('askSignIn', askSignIn)
    c.set('database', database)
    c.set('files', files)
    c.set('now', now())
    c.set('url', url)
    c.set('nonce', c.get('secureHeadersNonce') ?? '')
    const isStatic = c.req.path.startsWith('/static/')
    c.set('session', isStatic ? null : await people.findSession(c.req.raw.headers, c.get('now')))
    await next()
  })
  app.use(documents(frame, development), writable, sameOrigin(url), formLimit)

  app.route('/', staticRoutes)
  app.route(
    '/',
    identityRoutes(people, (request, env) => app.fetch(request, env), { sendsMail, fillDemo }),
  )
  for (const room of rooms) app.route('/', room)
  app.route('/', oaiRoutes({ url, secret: secrets.secret, pageSize: oaiPage }))
  app.route('/', fileRoutes(fileReaders)).route('/', uploadRoutes(files, fileReaders))
  if (development) app.route('/', styleGuideRoutes)
  app.route('/', settingsRoutes(findBackup))
  app.route('/', fixityRoutes(storages)).route('/', quarantineRoutes(files))
  if (outbox) app.route('/', outboxRoutes(outbox))
  app.notFound((c) => c.render(<ErrorPage {...answers['not-found']} sentence={nothingHere} />, 404))
  app.onError((error, c) => refuse(error, c, log))
  const open = accessList(app).find((route) => route.access === null)
  if (open) throw new Error(`${open.method} ${open.path} does not say who may come in.`)
  return app
}

/** An answer inside another one has the other's nonce. */
const nonceOf: MiddlewareHandler<Web> = (c, next) => {
  if (c.env?.nonce !== undefined) c.set('secureHeadersNonce', c.env.nonce)
  return next()
}

/** Who may read what is attached to a thing, by its kind: the slice that owns the thing says so. */
const fileReaders: FileReaders = {
  decree: mayReadDecreeFile,
  evidence: async (...asked) => (await mayReadEvidenceFile(...asked)) || mayJudgeEvidenceFile(...asked),
  follow_up: mayReadFollowUpFile,
  presentation: mayReadSlides,
  recording: mayReadRecordingFile,
  entry: mayReadEntryFile,
  project: mayReadProjectFile,
  topic: mayReadTopicFile,
}

/** How the daily copies stand, for the agency's settings. */
async function findBackup(database: Database) {
  const [whole, last] = [await findLastSuccess(database), await findLastRun(database)]
  return { lastSuccessAt: whole?.endedAt ?? null, problem: last?.problem ?? null }
}

/** The places of the navigation, and what waits there. */
const frame: Frame = async ({ actor }, c) => ({
  places,
  noticeCount: await countNotices(actor, c),
  programmeLabel: null,
})

/**
 * Asked in the request's own transaction: whoever held one connection and waited for another would, under load, wait
 * for all the others who do the same. After a fault of ours that transaction answers nothing any more.
 */
async function countNotices(actor: Actor, c: Context<Web>): Promise<number> {
  if (c.error && !(c.error instanceof Refusal)) return 0
  return c.var.noticeCount ?? countUnread(c.var.db ?? forAgency(c.var.database, actor.agencyId), actor)
}

const nothingHere = 'Periksa alamatnya. Halaman mungkin sudah dipindahkan, atau Anda tidak berhak melihatnya.'

const answers = {
  'not-found': { status: 404, title: 'Halaman tidak ditemukan' },
  forbidden: { status: 403, title: 'Anda tidak berhak' },
  conflict: { status: 409, title: 'Belum dapat dilakukan' },
  stale: { status: 409, title: 'Isian sudah berubah' },
  'too-large': { status: 413, title: 'Kiriman terlalu besar' },
  'too-many': { status: 429, title: 'Terlalu sering dicoba' },
} as const

/** The one place where a refusal becomes a page, and a fault of ours a reference number with a line in the log. */
function refuse(error: Error, c: Context<Web>, log: AppParts['log']) {
  if (error instanceof Refusal) {
    const { status, title } = answers[error.reason]
    return c.render(<ErrorPage title={error.title ?? title} sentence={error.sentence} />, status)
  }
  if (isDatabaseAway(error)) return awayResponse(c.get('secureHeadersNonce'))
  const reference = c.var.requestId.slice(0, 8).toUpperCase()
  log.error({ err: error, reference, method: c.req.method, route: c.req.routePath }, 'a request failed')
  const sentence = 'Ada kesalahan di pihak kami. Isian yang sudah tersimpan tetap aman. Coba lagi sebentar lagi.'
  return c.render(<ErrorPage title="Terjadi kesalahan" sentence={sentence} reference={reference} />, 500)
}
