import type { Context } from 'hono'
import * as z from 'zod'
import { blankForm, type Form, staleForm, type Typed } from '#kit/form.ts'
import { forbidden, isConflict, isStale, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { text } from '#kit/schema.ts'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { compareWhole } from './compare-editions.ts'
import { parseEdition } from './edition.ts'
import { publishEdition } from './edition-commands.ts'
import { dropDraft, type RowAct, removeRow, revisePart } from './edition-draft-commands.ts'
import { type EditionDraft, findEditionDraft, stampOf } from './edition-draft-store.ts'
import { placeFaults } from './edition-faults.ts'
import { idOf, nameOf, type Part, rowsAt } from './edition-part.ts'
import { partsOf } from './edition-parts.ts'
import { standingsOf } from './edition-standing.ts'
import { alignedPart, typedPart } from './edition-typed.ts'
import { EditionPartPage } from './pages/edition-part-page.tsx'
import { EditionPartsPage } from './pages/edition-parts-page.tsx'
import { mayEnter } from './policy.ts'

async function draftIn(c: Context<Web>): Promise<EditionDraft> {
  if (!mayEnter(c.var.actor, c.var.db)) throw forbidden()
  const draft = await findEditionDraft(c.var.db, c.req.param('key') ?? '')
  if (!draft) throw notFound()
  return draft
}

async function partIn(c: Context<Web>): Promise<{ draft: EditionDraft; part: Part; home: string }> {
  const draft = await draftIn(c)
  const part = partsOf(draft.body).find(({ key }) => key === c.req.param('part'))
  if (!part) throw notFound()
  return { draft, part, home: `/usulan/edisi/${draft.key}/ubah/${part.key}` }
}

/** A draft as it is stored, as an edition where it is one, and what is wrong with it. */
function readDraft({ body }: EditionDraft) {
  const read = parseEdition(body)
  return 'faults' in read
    ? { edition: undefined, faults: placeFaults(body, read.faults) }
    : { edition: read.edition, faults: placeFaults(body, []) }
}

async function drawParts(c: Context<Web>, form: Form, status: 200 | 409 | 422 = 200) {
  const draft = await draftIn(c)
  const { body, newest } = draft
  const { edition, faults } = readDraft(draft)
  const changes = edition ? compareWhole(newest.edition, edition) : []
  const standings = standingsOf(body, newest.edition, faults)
  return c.render(<EditionPartsPage {...{ draft, standings, changes, form }} elsewhere={faults.elsewhere} />, status)
}

type Drawn = { draft: EditionDraft; part: Part; form: Form }

const drawPart = (c: Context<Web>, drawn: Drawn, status: 200 | 409 | 422 = 200) =>
  c.render(
    <EditionPartPage {...drawn} label={drawn.draft.newest.edition.label} adds={c.req.query('tambah') === '1'} />,
    status,
  )

/** What was typed beside what somebody else saved meanwhile; rows that the form did not know come with it. */
function staleDrawn({ draft, part }: { draft: EditionDraft; part: Part }, typed: Typed): Drawn {
  const { theirs, more } = alignedPart(part, draft.body, typed)
  return { draft, part, form: staleForm({ ...typed, ...more }, { ...theirs, revision: stampOf(draft) }) }
}

const publishForm = z.object({
  revision: z.string(),
  after: z.coerce.number().int().min(0),
  reason: text('Isi alasannya: dari mana pembetulan ini diketahui.', 300),
})

const partForm = z.object({ revision: z.string().default(''), act: z.string().default('save') })

const actIn = (said: string): RowAct | null => {
  const [, verb, row] = /^(up|down|remove) (\d{1,3})$/.exec(said) ?? []
  return verb && Number(row) > 0 ? { verb: verb as RowAct['verb'], row: Number(row) } : null
}

/** Where a saved part leads to: on to its next row, to the question whether a row may go, or back to all parts. */
function nextOf(home: string, said: string, id: string | null, isFaulty: boolean): string {
  const act = actIn(said)
  if (said === 'add') return `${home}?tambah=1`
  if (act?.verb === 'remove') return id === null ? home : `${home}/hapus?baris=${encodeURIComponent(id)}`
  if (act) return `${home}#baris-${Math.max(1, act.row + (act.verb === 'up' ? -1 : 1))}`
  return isFaulty ? home : home.replace(/\/[^/]+$/, '')
}

export const editionDraftRoutes = routes()
  .get('/usulan/edisi/:key/ubah', signedIn, (c) => drawParts(c, blankForm()))
  .post('/usulan/edisi/:key/ubah', signedIn, async (c) => {
    const { key } = await draftIn(c)
    const read = await readPosted(c, publishForm)
    if (!read.ok) return drawParts(c, read.form, read.status)
    const { revision: stamp, after, reason } = read.value
    try {
      const kept = await publishEdition(c.var.db, c.var.actor, key, { stamp, after, reason }, momentOf(c))
      if ('faults' in kept) {
        const sentence = 'Perbaiki dahulu bagian yang masih keliru.'
        return drawParts(c, { values: read.typed, errors: { reason: sentence } }, 422)
      }
      say(c, `Diterbitkan sebagai versi ${kept.version}.`)
      return c.redirect(`/usulan/edisi/${key}`, 303)
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'reason', stored: {} })
      return drawParts(c, form, status)
    }
  })
  .get('/usulan/edisi/:key/ubah/buang', signedIn, async (c) => {
    const draft = await draftIn(c)
    const home = `/usulan/edisi/${draft.key}/ubah`
    return c.render(
      <ConfirmPage
        {...{ action: `${home}/buang`, act: 'Buang rancangan', question: 'Buang rancangan ini?', back: home }}
        hidden={{ revision: stampOf(draft) }}
      >
        <p>Semua yang diubah sejak versi terakhir hilang, juga yang diubah orang lain.</p>
      </ConfirmPage>,
    )
  })
  .post('/usulan/edisi/:key/ubah/buang', signedIn, async (c) => {
    const { key } = await draftIn(c)
    const { revision } = await readTyped(c)
    await dropDraft(c.var.db, c.var.actor, key, String(revision), momentOf(c))
    say(c, 'Rancangan dibuang.')
    return c.redirect(`/usulan/edisi/${key}/ubah`, 303)
  })
  .get('/usulan/edisi/:key/ubah/:part', signedIn, async (c) => {
    const { draft, part } = await partIn(c)
    const values = { ...typedPart(part, draft.body), revision: stampOf(draft) }
    return drawPart(c, { draft, part, form: { values, errors: readDraft(draft).faults.parts.get(part.key) ?? {} } })
  })
  .post('/usulan/edisi/:key/ubah/:part', signedIn, async (c) => {
    const { draft, part, home } = await partIn(c)
    const read = await readPosted(c, partForm)
    if (!read.ok) return drawPart(c, { draft, part, form: read.form }, read.status)
    const { revision: stamp, act } = read.value
    const place = { key: draft.key, part: part.key, stamp }
    try {
      const id = await revisePart(c.var.db, c.var.actor, place, read.typed, actIn(act), momentOf(c))
      const isFaulty = readDraft(await draftIn(c)).faults.parts.has(part.key)
      if (act === 'save') say(c, isFaulty ? 'Tersimpan. Masih ada yang perlu diperbaiki.' : `${part.title}: tersimpan.`)
      return c.redirect(nextOf(home, act, id, isFaulty), 303)
    } catch (error) {
      if (isStale(error)) return drawPart(c, staleDrawn(await partIn(c), read.typed), 409)
      if (!isConflict(error)) throw error
      return drawPart(c, { draft, part, form: { values: read.typed, errors: {}, remark: error.sentence } }, 422)
    }
  })
  .get('/usulan/edisi/:key/ubah/:part/hapus', signedIn, async (c) => {
    const { draft, part, home } = await partIn(c)
    const row = rowsAt(draft.body, part.rows?.path ?? '').find((one) => idOf(one) === c.req.query('baris'))
    if (!row) throw notFound()
    const question = `Hapus ${part.rows?.noun} “${nameOf(row)}”?`
    return c.render(
      <ConfirmPage
        {...{ action: `${home}/hapus`, act: 'Hapus', question, back: home }}
        hidden={{ revision: stampOf(draft), row: idOf(row) }}
      >
        <p>
          Dihapus dari rancangan ini saja. Usulan yang sudah dimulai tetap memegang versinya; yang sudah diisi di sana
          tidak terhapus.
        </p>
      </ConfirmPage>,
    )
  })
  .post('/usulan/edisi/:key/ubah/:part/hapus', signedIn, async (c) => {
    const { draft, part, home } = await partIn(c)
    const { revision, row } = await readTyped(c)
    const place = { key: draft.key, part: part.key, stamp: String(revision) }
    await removeRow(c.var.db, c.var.actor, place, String(row), momentOf(c))
    say(c, 'Dihapus dari rancangan.')
    return c.redirect(home, 303)
  })
