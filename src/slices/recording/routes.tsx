import type { Context } from 'hono'
import { addressOf, listDerivatives, listDerived, listFilesOf, type StoredFile } from '#files'
import { looksOn, runsProgramme } from '#kit/actor.ts'
import { blankForm, typedOf } from '#kit/form.ts'
import { pageNumber } from '#kit/list.ts'
import { can } from '#kit/policy.ts'
import { isStale } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { isInForce, listStandingsOn } from '#people'
import { listProgrammes, programmeInForce } from '#programme'
import { readsProject, viewOf } from '#project'
import { routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted } from '#web/typed.ts'
import { bringBackRecording, takeOutRecording } from './commands.ts'
import { depositRoutes } from './deposit-routes.tsx'
import { findAroundInWords } from './description-store.ts'
import { findDue, listLacking } from './due-store.ts'
import { actForm, takeOutForm } from './forms.ts'
import { ProjectRecordingsPage } from './pages/project-recordings-page.tsx'
import type { Shown } from './pages/recording-list.tsx'
import { RecordingListPage } from './pages/recording-list-page.tsx'
import { RecordingPage, TakeOutPage } from './pages/recording-page.tsx'
import { listPictures } from './picture-store.ts'
import { documentationPolicy, type Kept, keepsAnything, placeOfProgramme, recordingPolicy } from './policy.ts'
import { conditionOf } from './processing.ts'
import { findFacts, listFailed, listProcessing } from './processing-store.ts'
import { rowOf } from './recording-view.ts'
import { retentionPolicy } from './retention-policy.ts'
import { askedIn, findSaid } from './said-view.ts'
import { listRecordings, listRecordingsOf, listUnasked, placeOf, type RecordingRow } from './store.ts'
import { listEarlier } from './version-store.ts'

/** Rows with the addresses of their posters, and which failed to be worked on, in three more queries for all. */
async function withPosters(c: Context<Web>, rows: RecordingRow[]): Promise<Shown[]> {
  const pictures = await filesOf(
    c,
    rows.filter(({ kind }) => kind === 'picture'),
  )
  const ids = rows.map(({ id }) => id)
  const failed = await listFailed(c.var.db, ids)
  const withPoster = await listDerived(c.var.db, ids, 'poster.webp')
  return rows.map((row) => {
    const own = pictures.filter(({ thingId }) => thingId === row.id)
    const master = own.find(({ part }) => part === 'master')
    const original = master ? addressOf(master) : null
    const poster = withPoster.has(row.id) ? `/media/${row.code}/poster.webp` : original
    return {
      ...row,
      poster,
      hasFailed: failed.has(row.id),
      pictures: own.filter(({ part }) => part === 'master' || part === 'picture').length,
    }
  })
}

const filesOf = (c: Context<Web>, rows: RecordingRow[]): Promise<StoredFile[]> =>
  listFilesOf(
    c.var.db,
    'recording',
    rows.map(({ id }) => id),
  )

async function lackingOf(c: Context<Web>, programmeId: string) {
  const rows = await listLacking(c.var.db, programmeId, c.var.today)
  return rows.map((row) => ({ ...row, isReadable: readsProject(c.var.actor, row) }))
}

const mayDo = (c: Context<Web>, row: RecordingRow) => (act: 'change' | 'takeOut' | 'bringBack' | 'process') =>
  can(recordingPolicy, c.var.actor, act, { ...row, place: placeOf(row) })

async function stewardOf(c: Context<Web>, ...things: string[]): Promise<string | null> {
  for (const thing of things) {
    const inForce = (await listStandingsOn(c.var.db, 'steward', thing)).find((one) => isInForce(one, c.var.today))
    if (inForce) return inForce.name
  }
  return null
}

async function draw(c: Context<Web>, isChanged = false, status: 200 | 409 | 422 = 200) {
  const row = await rowOf(c)
  const files = await filesOf(c, [row])
  const mayReadPapers = can(recordingPolicy, c.var.actor, 'readPapers', { ...row, place: placeOf(row) })
  return c.render(
    <RecordingPage
      row={row}
      around={await findAroundInWords(c.var.db, row.id)}
      earlier={await listEarlier(c.var.db, row.id)}
      forms={mayReadPapers ? files.filter(({ part }) => part === 'consent') : null}
      master={files.find(({ part }) => part === 'master')}
      pictures={row.kind === 'picture' ? await listPictures(c.var.db, row.id) : []}
      derived={(await listDerivatives(c.var.db, [row.id])).map(({ name }) => name)}
      said={await findSaid(c.var.db, row.id)}
      asked={askedIn(c.req.query())}
      condition={conditionOf(row.kind, await listProcessing(c.var.db, row.id))}
      facts={await findFacts(c.var.db, row.id)}
      steward={await stewardOf(c, row.projectId, row.programmeId)}
      may={mayDo(c, row)}
      mayReadRetention={can(retentionPolicy, c.var.actor, 'read', row)}
      mayReadProject={readsProject(c.var.actor, placeOf(row))}
      isChanged={isChanged}
    />,
    status,
  )
}

export const recordingRoutes = routes()
  .route('/', depositRoutes)
  .get('/dokumentasi', signedIn, async (c) => {
    const { db, actor, today } = c.var
    const search = { words: (c.req.query('cari') ?? '').trim().slice(0, 100), programme: c.req.query('program') ?? '' }
    const programmes = await listProgrammes(db)
    const chosen = programmes.find(({ slug }) => slug === search.programme)
    const number = pageNumber(c.req.query('halaman'))
    const page = await listRecordings(db, actor, { words: search.words, programmeId: chosen?.id ?? null, number })
    const programme = chosen ?? (await programmeInForce(db, today)) ?? programmes[0]
    const mayName = programme && can(documentationPolicy, actor, 'nameSteward', placeOfProgramme(programme))
    return c.render(
      <RecordingListPage
        page={{ ...page, rows: await withPosters(c, page.rows) }}
        search={search}
        programmes={programmes.map(({ slug, name }) => ({ value: slug, label: name }))}
        mayReadRetention={looksOn(actor)}
        keepsAnything={keepsAnything(actor)}
        unasked={runsProgramme(actor) ? await listUnasked(db) : []}
        lacking={programme ? await lackingOf(c, programme.id) : []}
        dueOn={programme ? await findDue(db, programme.id) : null}
        steward={programme ? await stewardOf(c, programme.id) : null}
        stewardPath={mayName ? `/program/${programme.slug}/penanggung-jawab` : null}
      />,
    )
  })
  .get('/dokumentasi/:code', signedIn, (c) => draw(c))
  .get('/dokumentasi/:code/hapus', signedIn, async (c) => {
    const row = await rowOf(c, 'takeOut')
    return c.render(<TakeOutPage row={row} form={blankForm(typedOf({ revision: row.revision }))} />)
  })
  .post('/dokumentasi/:code/hapus', signedIn, async (c) => {
    const row = await rowOf(c, 'takeOut')
    const read = await readPosted(c, takeOutForm)
    if (!read.ok) return c.render(<TakeOutPage row={row} form={read.form} />, read.status)
    try {
      await takeOutRecording(c.var.db, c.var.actor, row.code, read.value, c.var.now)
    } catch (error) {
      const now = await rowOf(c)
      const { form, status } = refusedForm(error, read.typed, {
        field: 'reason',
        stored: typedOf({ revision: now.revision }),
      })
      const remark =
        'Dokumentasi ini diubah orang lain sejak Anda membukanya. Lihat dahulu, lalu hapus lagi bila tetap.'
      return c.render(<TakeOutPage row={now} form={status === 409 ? { ...form, remark } : form} />, status)
    }
    say(c, 'Dokumentasi dihapus dari daftar. Berkasnya tetap disimpan.')
    return c.redirect(`/dokumentasi/${row.code}`, 303)
  })
  .post('/dokumentasi/:code/pulihkan', signedIn, async (c) => {
    const row = await rowOf(c, 'bringBack')
    const read = await readPosted(c, actForm)
    if (!read.ok) return draw(c, false, read.status)
    try {
      await bringBackRecording(c.var.db, c.var.actor, row.code, read.value, c.var.now)
    } catch (error) {
      if (!isStale(error)) throw error
      return draw(c, true, 409)
    }
    say(c, 'Dokumentasi dipulihkan. Yang pernah terbuka untuk umum tampil lagi setelah proyeknya diterbitkan lagi.')
    return c.redirect(`/dokumentasi/${c.req.param('code')}`, 303)
  })

  .get('/proyek/:code/dokumentasi', signedIn, async (c) => {
    const view = await viewOf(c)
    const any: Kept = { agencyId: view.project.agencyId, access: 'agency', removedAt: null, place: view.project }
    const withRemoved = can(recordingPolicy, c.var.actor, 'bringBack', any)
    const rows = await withPosters(c, await listRecordingsOf(c.var.db, c.var.actor, view.project.id, withRemoved))
    const stewards = await listStandingsOn(c.var.db, 'steward', view.project.id)
    const hasOwn = stewards.some((one) => isInForce(one, c.var.today))
    const inPlace = hasOwn ? null : await stewardOf(c, view.project.programmeId)
    const deputies = await listStandingsOn(c.var.db, 'deputy', view.project.id)
    return c.render(<ProjectRecordingsPage {...{ view, rows, stewards, deputies, inPlace }} actor={c.var.actor} />)
  })
