import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import { listFilesOf, readUploads } from '#files'
import { addDays } from '#kit/date.ts'
import { blankForm, type Form, refuseField, typedOf } from '#kit/form.ts'
import { pageNumber } from '#kit/list.ts'
import { authorize, can } from '#kit/policy.ts'
import { conflict, isStale, notFound } from '#kit/refusal.ts'
import { refusedForm } from '#kit/refused-form.ts'
import { ConfirmPage } from '#web/confirm.tsx'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { idInPath, readPosted } from '#web/typed.ts'
import { actForm } from './forms.ts'
import { formFamilies } from './pages/recording-form-page.tsx'
import { RetentionDuePage, RetentionPage } from './pages/retention-pages.tsx'
import { RetentionRulePage, RetentionRulesPage } from './pages/retention-rules-page.tsx'
import type { RetentionRule } from './retention.ts'
import {
  changeRule,
  confirmDestruction,
  createRule,
  decideRetention,
  placeUnderRule,
  refuseDestruction,
  retireRule,
} from './retention-commands.ts'
import { chosenRuleForm, newRuleForm, ruleForm, verdictForm } from './retention-forms.ts'
import { retentionPolicy } from './retention-policy.ts'
import {
  findRetained,
  findRule,
  isOpenProposal,
  listDecisions,
  listDue,
  listRules,
  type RetainedRow,
} from './retention-store.ts'

/** So many days before its years are over a recording stands on the list. */
const ahead = 90
const schedule = '/dokumentasi/jadwal-retensi'

const ask = (c: Context<Web>, act: 'read' | 'schedule') =>
  authorize(retentionPolicy, c.var.actor, act, { agencyId: c.var.actor.agencyId })

const typedRule = ({ revision, code, name, activeYears, inactiveYears, fate, basis, kinds }: RetentionRule) =>
  typedOf({ revision, code, name, activeYears, inactiveYears, fate, basis, kinds })

async function ruleAt(c: Context<Web>): Promise<RetentionRule> {
  ask(c, 'schedule')
  const rule = await findRule(c.var.db, idInPath(c))
  if (!rule) throw notFound()
  return rule
}

/** A recording's retention with what was decided on it, and the proposal that waits for a second person. */
async function retainedAt(c: Context<Web>) {
  ask(c, 'read')
  const row = await findRetained(c.var.db, c.req.param('code') ?? '')
  if (!row) throw notFound()
  const decisions = await listDecisions(c.var.db, row.id)
  const open = decisions.find(isOpenProposal)
  return { row, decisions, open, thing: { agencyId: row.agencyId, ...(open && { proposedBy: open }) } }
}

const revisionOf = ({ revision }: RetainedRow) => typedOf({ revision })
const typedRuleOf = ({ revision, retentionRuleId }: RetainedRow) => typedOf({ revision, ruleId: retentionRuleId })

type Drawn = { form?: Form; ruleForm?: Form; isChanged?: boolean }

async function draw(c: Context<Web>, { form, ruleForm, isChanged = false }: Drawn = {}, status: 200 | 409 | 422 = 200) {
  const { row, decisions, thing } = await retainedAt(c)
  const may = (act: 'decide' | 'confirm' | 'refuse') => can(retentionPolicy, c.var.actor, act, thing)
  const papers = (await listFilesOf(c.var.db, 'recording', [row.id])).filter(({ part }) => part === 'decision')
  return c.render(
    <RetentionPage
      {...{ row, decisions, papers, isChanged }}
      rules={await listRules(c.var.db)}
      ruleForm={ruleForm ?? blankForm(typedRuleOf(row))}
      form={form ?? blankForm({ id: randomUUIDv7(), ...revisionOf(row) })}
      most={c.var.files.maxUpload}
      may={{ decide: may('decide'), confirm: may('confirm'), refuse: may('refuse') }}
    />,
    status,
  )
}

const changedRule =
  'Aturan ini diubah orang lain sejak Anda membukanya, jadi belum dicabut. Baca isinya sekarang, lalu cabut lagi bila tetap.'

const back = (c: Context<Web>, to: string, sentence: string) => {
  say(c, sentence)
  return c.redirect(to, 303)
}

/**
 * Answers a proposal to destroy as it was seen. Where it, or its recording, is another since, the page as it is now says
 * so: nothing happened.
 */
async function answerProposal(
  c: Context<Web>,
  act: 'confirm' | 'refuse',
  carryOut: (asked: { code: string; revision: number }) => Promise<void>,
  sentence: string,
) {
  const { row, thing } = await retainedAt(c)
  authorize(retentionPolicy, c.var.actor, act, thing)
  const read = await readPosted(c, actForm)
  if (!read.ok) return draw(c, {}, read.status)
  try {
    await carryOut({ code: row.code, ...read.value })
  } catch (error) {
    if (!isStale(error)) throw error
    return draw(c, { isChanged: true }, 409)
  }
  return back(c, ofRecording(c), sentence)
}

const ofRecording = (c: Context<Web>) => `/dokumentasi/${c.req.param('code')}/retensi`

/** The agency's retention schedule, what is due by it, and what is decided. */
export const retentionRoutes = routes()
  .get('/dokumentasi/retensi', signedIn, async (c) => {
    ask(c, 'read')
    const number = pageNumber(c.req.query('halaman'))
    return c.render(<RetentionDuePage page={await listDue(c.var.db, addDays(c.var.today, ahead), number)} />)
  })
  .get(schedule, signedIn, async (c) => {
    ask(c, 'read')
    const mayChange = can(retentionPolicy, c.var.actor, 'schedule', { agencyId: c.var.actor.agencyId })
    return c.render(<RetentionRulesPage rules={await listRules(c.var.db)} mayChange={mayChange} />)
  })
  .get(`${schedule}/baru`, signedIn, (c) => {
    ask(c, 'schedule')
    return c.render(<RetentionRulePage form={blankForm({ id: randomUUIDv7(), basis: 'programme-end' })} />)
  })
  .post(schedule, signedIn, async (c) => {
    ask(c, 'schedule')
    const read = await readPosted(c, newRuleForm)
    if (!read.ok) return c.render(<RetentionRulePage form={read.form} />, read.status)
    try {
      await createRule(c.var.db, c.var.actor, read.value, c.var.now)
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'code' })
      return c.render(<RetentionRulePage form={form} />, status)
    }
    return back(c, schedule, 'Aturan retensi disimpan.')
  })
  .get(`${schedule}/:id`, signedIn, async (c) => {
    const rule = await ruleAt(c)
    return c.render(<RetentionRulePage form={blankForm(typedRule(rule))} rule={rule} />)
  })
  .post(`${schedule}/:id`, signedIn, async (c) => {
    const rule = await ruleAt(c)
    const read = await readPosted(c, ruleForm)
    if (!read.ok) return c.render(<RetentionRulePage form={read.form} rule={rule} />, read.status)
    try {
      await changeRule(c.var.db, c.var.actor, rule.id, read.value, c.var.now)
    } catch (error) {
      const { form, status } = refusedForm(error, read.typed, { field: 'code', stored: typedRule(await ruleAt(c)) })
      return c.render(<RetentionRulePage form={form} rule={rule} />, status)
    }
    return back(c, schedule, 'Aturan retensi disimpan.')
  })
  .get(`${schedule}/:id/cabut`, signedIn, async (c) => {
    const { id, revision } = await ruleAt(c)
    const question = { act: 'Cabut aturan', question: 'Cabut aturan ini?', hidden: { revision: String(revision) } }
    return c.render(
      <ConfirmPage action={c.req.path} {...question} back={`${schedule}/${id}`}>
        <p>Dokumentasi baru tidak lagi mengikutinya; yang sudah dipilihkan aturan ini tetap.</p>
      </ConfirmPage>,
    )
  })
  .post(`${schedule}/:id/cabut`, signedIn, async (c) => {
    const rule = await ruleAt(c)
    const read = await readPosted(c, actForm)
    const page = (status: 200 | 409 | 422) => {
      const form = blankForm(typedRule(rule))
      return c.render(
        <RetentionRulePage form={status === 409 ? { ...form, remark: changedRule } : form} rule={rule} />,
        status,
      )
    }
    if (!read.ok) return page(read.status)
    try {
      await retireRule(c.var.db, c.var.actor, rule.id, read.value, c.var.now)
    } catch (error) {
      if (!isStale(error)) throw error
      return page(409)
    }
    return back(c, schedule, 'Aturan retensi dicabut.')
  })

  .get('/dokumentasi/:code/retensi', signedIn, (c) => draw(c))
  .post('/dokumentasi/:code/aturan-retensi', signedIn, async (c) => {
    const read = await readPosted(c, chosenRuleForm)
    if (!read.ok) return draw(c, { ruleForm: read.form }, read.status)
    try {
      await placeUnderRule(c.var.db, c.var.actor, c.req.param('code'), read.value, c.var.now)
    } catch (error) {
      const stored = typedRuleOf((await retainedAt(c)).row)
      const { form, status } = refusedForm(error, read.typed, { field: 'rule_id', stored })
      return draw(c, { ruleForm: form }, status)
    }
    return back(c, ofRecording(c), 'Aturan retensi dokumentasi ini disimpan.')
  })
  .post('/dokumentasi/:code/retensi', signedIn, async (c) => {
    const read = await readPosted(c, verdictForm)
    const { ids, typed, refused } = await readUploads(c, 'paper', formFamilies)
    const values = { ...read.typed, ...typed }
    if (!read.ok) return draw(c, { form: { ...read.form, values } }, read.status)
    if (refused !== null) return draw(c, { form: refuseField(values, 'paper', refused) }, 422)
    const { db, actor, now, today } = c.var
    try {
      const verdict = { ...read.value, paperId: ids[0] ?? null }
      await decideRetention(db, actor, c.req.param('code'), verdict, { now, today })
    } catch (error) {
      const stored = revisionOf((await retainedAt(c)).row)
      const { form, status } = refusedForm(error, values, { field: 'verdict', stored })
      const remark =
        'Dokumentasi ini diubah orang lain sejak Anda membukanya. Baca keadaannya di atas, lalu putuskan lagi.'
      return draw(c, { form: status === 409 ? { ...form, remark } : form }, status)
    }
    return back(c, ofRecording(c), 'Keputusan retensi disimpan.')
  })
  .get('/dokumentasi/:code/musnahkan', signedIn, async (c) => {
    const { row, open, thing } = await retainedAt(c)
    authorize(retentionPolicy, c.var.actor, 'confirm', thing)
    if (!open) throw conflict('Tidak ada usul musnah yang menunggu.')
    const question = {
      act: 'Setujui pemusnahan',
      question: 'Musnahkan dokumentasi ini?',
      hidden: { revision: String(row.revision) },
    }
    return c.render(
      <ConfirmPage action={c.req.path} {...question} back={ofRecording(c)}>
        <p>Berkasnya dihapus dan tidak dapat dipulihkan. Keterangan dan berita acaranya tetap disimpan.</p>
      </ConfirmPage>,
    )
  })
  .post('/dokumentasi/:code/musnahkan', signedIn, (c) =>
    answerProposal(
      c,
      'confirm',
      (asked) => confirmDestruction(c.var.db, c.var.actor, asked, momentOf(c)),
      'Dokumentasi dimusnahkan. Keterangannya tetap disimpan.',
    ),
  )
  .post('/dokumentasi/:code/tolak-musnah', signedIn, (c) =>
    answerProposal(
      c,
      'refuse',
      (asked) => refuseDestruction(c.var.db, c.var.actor, asked, c.var.now),
      'Usul musnah ditolak.',
    ),
  )
