import { randomUUIDv7 } from 'node:crypto'
import type { Context } from 'hono'
import * as z from 'zod'
import { listSeats } from '#appointment'
import { listFilesOf, readUploads } from '#files'
import { listFollowUps } from '#follow-up'
import { blankForm, readForm, refuseField, staleForm, type Typed, typedOf } from '#kit/form.ts'
import { isStale } from '#kit/refusal.ts'
import { rowId } from '#kit/schema.ts'
import { areasOf, inForceOn, listProgrammes, stagesOf, targetsOf } from '#programme'
import { formAgain, isAutosave, sayRevision } from '#web/autosave/answers.ts'
import { momentOf, routes, signedIn, type Web } from '#web/request.ts'
import { say } from '#web/toast.ts'
import { readPosted, readTyped } from '#web/typed.ts'
import { beginProject, describeProject } from './commands.ts'
import { findFinish } from './finish-store.ts'
import { descriptionForm } from './forms.ts'
import { findIntegration } from './integration-store.ts'
import { findLineage, listCopies } from './lineage-store.ts'
import { gapsOf } from './matrix.ts'
import { DescriptionPage, proofFamilies } from './pages/description-page.tsx'
import { FollowUpsPage } from './pages/follow-ups-page.tsx'
import { ProjectListPage } from './pages/project-list-page.tsx'
import { ProjectPage } from './pages/project-page.tsx'
import { findMatrix, listReturns } from './plan-store.ts'
import { isOpenTo, mayBegin } from './policy.ts'
import { isEnded, type Project } from './project.ts'
import { listProjects, listTeam, type ProjectRow } from './store.ts'
import { columnsIn } from './template-store.ts'
import { autosaveFor, type ProjectView, viewOf } from './view.ts'

/** A project's description as its form shows it. */
const descriptionOf = (project: Project): Typed =>
  typedOf({
    revision: project.revision,
    title: project.title,
    presentCondition: project.presentCondition,
    problem: project.problem,
    wantedCondition: project.wantedCondition,
    isPublicService: project.isPublicService ? 'yes' : 'no',
    innovationKind: project.innovationKind,
    startedOn: project.startedOn,
    areaCodes: project.areaCodes,
    targetCodes: project.targetCodes,
  })

/** What the page of a description shows beside its form. */
async function pageOf(c: Context<Web>, view: ProjectView) {
  const { project, programme } = view
  const [areas, targets] = [await areasOf(c.var.db, programme.setCode), await targetsOf(c.var.db, programme.setCode)]
  const files = await listFilesOf(c.var.db, 'project', [project.id])
  const proofs = files.filter(({ part }) => part === 'start')
  return { project, areas, targets, proofs, autosave: autosaveFor(c.var.actor, view) }
}

/** What saves itself brings and drops no files: whoever sends the form decides that. */
const noUploads = { ids: [], typed: {}, refused: null }

/** The area or target of the address that the list is narrowed to; undefined where it names none of the set. */
async function aimOf(c: Context<Web>, setCode: string) {
  const [areaCode, targetCode] = [c.req.query('area'), c.req.query('sasaran')]
  const area = areaCode ? (await areasOf(c.var.db, setCode)).find(({ code }) => code === areaCode) : undefined
  if (area) return { name: area.name, has: (row: ProjectRow) => row.areaCodes.includes(area.code) }
  const target = targetCode ? (await targetsOf(c.var.db, setCode)).find(({ code }) => code === targetCode) : undefined
  return target && { name: target.name, has: (row: ProjectRow) => row.targetCodes.includes(target.code) }
}

const beginForm = z.object({ id: rowId, seatId: rowId })

export const projectRoutes = routes()
  .get('/proyek', signedIn, async (c) => {
    const { db, actor, today } = c.var
    const programmes = await listProgrammes(db)
    const wanted = c.req.query('program')
    const programme = programmes.find(({ slug }) => slug === wanted) ?? inForceOn(programmes, today) ?? programmes[0]
    if (!programme)
      return c.render(<ProjectListPage programmes={[]} programme={null} rows={[]} vacant={[]} stages={[]} aim={null} />)
    const [all, seats, stages, aim] = await Promise.all([
      listProjects(db, actor, programme.id, today),
      listSeats(db, programme.id, today),
      stagesOf(db, programme.id),
      aimOf(c, programme.setCode),
    ])
    const begun = new Set(all.map((row) => row.seatId))
    const vacant = seats.filter((seat) => !begun.has(seat.id) && mayBegin(actor, seat))
    const offers = vacant.map((seat) => ({ ...seat, newId: randomUUIDv7() }))
    const rows = aim ? all.filter(aim.has) : all
    const page = { programmes, programme, rows, stages, aim: aim?.name ?? null }
    return c.render(<ProjectListPage {...page} vacant={aim ? [] : offers} />)
  })
  .post('/proyek', signedIn, async (c) => {
    const read = readForm(beginForm, await readTyped(c))
    if (!read.ok) return c.redirect('/proyek', 303)
    const code = await beginProject(c.var.db, c.var.actor, read.value, momentOf(c))
    say(c, 'Proyek dimulai. Isi uraiannya, lalu susun matriks kegiatannya.')
    return c.redirect(`/proyek/${code}`, 303)
  })
  .get('/proyek/:code', signedIn, async (c) => {
    const { db, actor } = c.var
    const view = await viewOf(c)
    const { project, plan, programme } = view
    const mayEdit = isOpenTo(actor, 'edit', { ...project, plan })
    const [matrix, team, areas, targets, [lastReturn], columns, finish, integration, files, lineage, copies] =
      await Promise.all([
        findMatrix(db, plan.id),
        listTeam(db, project.id),
        areasOf(db, programme.setCode),
        targetsOf(db, programme.setCode),
        plan.state === 'returned' ? listReturns(db, project.id) : [],
        mayEdit ? columnsIn(db, programme.id) : [],
        findFinish(db, project.id),
        isEnded(project) ? findIntegration(db, project.id) : undefined,
        listFilesOf(db, 'project', [project.id]),
        findLineage(db, project.id),
        listCopies(db, actor, project.id),
      ])
    const gaps = mayEdit ? gapsOf(project, matrix, programme, columns) : []
    const decided = { finish: finish ?? null, integration: integration ?? null, lastReturn: lastReturn ?? null }
    return c.render(
      <ProjectPage {...{ view, actor, matrix, team, areas, targets, gaps, files, lineage, copies, ...decided }} />,
    )
  })
  .get('/proyek/:code/tindak-lanjut', signedIn, async (c) => {
    const view = await viewOf(c)
    const rows = await listFollowUps(c.var.db, c.var.actor, { projectId: view.project.id })
    return c.render(<FollowUpsPage {...{ view, rows }} actor={c.var.actor} />)
  })
  .get('/proyek/:code/ubah', signedIn, async (c) => {
    const view = await viewOf(c)
    const { project, plan } = view
    if (!isOpenTo(c.var.actor, 'edit', { ...project, plan })) return c.redirect(`/proyek/${project.code}`, 303)
    return c.render(<DescriptionPage {...(await pageOf(c, view))} form={blankForm(descriptionOf(project))} />)
  })
  .post('/proyek/:code/ubah', signedIn, async (c) => {
    const view = await viewOf(c)
    const page = await pageOf(c, view)
    const read = await readPosted(c, descriptionForm)
    const { ids, typed, refused } = isAutosave(c) ? noUploads : await readUploads(c, 'proof', proofFamilies)
    const values = { ...read.typed, ...typed }
    if (!read.ok) {
      const form = { ...read.form, values }
      return formAgain(c, form, read.status, <DescriptionPage {...page} form={form} />)
    }
    if (refused !== null) {
      return c.render(<DescriptionPage {...page} form={refuseField(values, 'proof', refused)} />, 422)
    }
    const { proofDropped, ...said } = read.value
    try {
      const proof = { added: ids, dropped: isAutosave(c) ? [] : proofDropped }
      await describeProject(c.var.db, c.var.actor, view.project.code, { ...said, proof }, momentOf(c))
    } catch (error) {
      if (!isStale(error)) throw error
      const form = staleForm(values, descriptionOf((await viewOf(c)).project))
      return formAgain(c, form, 409, <DescriptionPage {...page} form={form} />)
    }
    if (isAutosave(c)) return sayRevision(c, read.value.revision)
    say(c, 'Uraian proyek disimpan.')
    return c.redirect(`/proyek/${view.project.code}`, 303)
  })

/** The form of a description, with the choices of the programme and the proofs that are there. */
