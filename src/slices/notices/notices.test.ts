import { randomUUIDv7 } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { select } from '#db'
import { findEntry } from '#journal'
import type { Actor } from '#kit/actor.ts'
import type { Letter } from '#mail'
import { reportProgress, returnReport, verifyReport } from '#progress'
import {
  activitiesOf,
  approvePlan,
  beginProject,
  describeProject,
  findMatrix,
  findProject,
  listPlans,
  returnPlan,
  stopProject,
  submitPlan,
  verifyPlan,
  withdrawPlan,
  writeActivity,
  writeInitiative,
} from '#project'
import { freshDatabase } from '#test/database.ts'
import { agreePlan } from '#test/project.ts'
import { makeScene, type Scene } from '#test/scene.ts'
import { readAllNotices, readNotice, tellOfProject } from './commands.ts'
import { countUnread, listNotices } from './store.ts'

const moment = { now: new Date('2026-03-02T02:00:00Z'), today: '2026-03-02' }
const title = 'Layanan rujukan satu hari jawab'

/** The entries that were published and not yet told of; and the letters that were posted. */
const published: string[] = []
const letters: Letter[] = []
const database = await freshDatabase({
  publish: async (_, __, { entryId }) => {
    published.push(entryId)
  },
  send: async (_, __, data) => {
    const { sealed } = data as { sealed: string }
    letters.push(JSON.parse(database.vault.open(Buffer.from(sealed, 'base64'))))
  },
})
let scene: Scene
let code: string

beforeEach(async () => {
  scene = await makeScene(database)
  code = await beginProject(scene.db, scene.agent, { id: randomUUIDv7(), seatId: scene.seatId }, moment)
  await describeAs(scene.agent)
  await addActivity()
  published.length = 0
  letters.length = 0
})

/** Does what the job does for each entry that waits, twice, since a job may be answered again. */
async function tellAll(): Promise<void> {
  for (const entryId of published.splice(0)) {
    const entry = await findEntry(scene.db, entryId)
    if (!entry) throw new Error('An event was published without its entry.')
    await tellOfProject(scene.db, entry, moment.now)
    await tellOfProject(scene.db, entry, moment.now)
  }
}

const project = async () => {
  const found = await findProject(scene.db, code)
  if (!found) throw new Error('no project')
  return found
}

async function describeAs(actor: Actor): Promise<void> {
  const { revision } = await project()
  const said = { title, presentCondition: 'Lambat.', problem: 'Tercecer.', wantedCondition: 'Cepat.' }
  const kind = { isPublicService: true, innovationKind: 'extended' as const, startedOn: null }
  const aims = { areaCodes: ['pelayanan-publik'], targetCodes: ['pelayanan'] }
  await describeProject(scene.db, actor, code, { ...said, ...kind, ...aims, revision }, moment)
}

async function addActivity(): Promise<void> {
  const initiativeId = randomUUIDv7()
  await writeInitiative(scene.db, scene.agent, code, initiativeId, 'Satu antrean', moment)
  const fields = {
    ...{ title: 'Menyatukan antrean', output: 'Satu antrean', indicator: 'Dijawab sehari', indicatorUnit: '%' },
    ...{ baseline: '28', target: '90', startsOn: '2026-03-01', endsOn: '2026-05-31' },
    ...{ inCharge: 'Kepala kelompok', resources: '', risk: '' },
  }
  await writeActivity(scene.db, scene.agent, code, { id: randomUUIDv7(), initiativeId, fields }, moment)
}

const submit = async (actor = scene.agent) => {
  const [plan] = await listPlans(scene.db, (await project()).id)
  await submitPlan(scene.db, actor, code, plan?.revision ?? 0, moment)
}
const emailOf = async ({ accountId }: Actor) => {
  const account = database.query.selectFrom('account').select('email').where('id', '=', accountId)
  return (await account.executeTakeFirstOrThrow()).email
}
const approve = (actor = scene.head) => approvePlan(scene.db, actor, code, moment)
const verify = () => verifyPlan(scene.db, scene.secretariat, code, moment)

/** What each of them reads, newest first. */
const subjectsOf = async (actor: Actor) => (await listNotices(scene.db, actor, 1)).rows.map(({ subject }) => subject)
const readers = ['agent', 'head', 'secretariat', 'leadership', 'stranger'] as const
async function told(): Promise<Partial<Record<(typeof readers)[number], string[]>>> {
  await tellAll()
  const found = await Promise.all(readers.map(async (who) => [who, await subjectsOf(scene[who])] as const))
  return Object.fromEntries(found.filter(([, subjects]) => subjects.length > 0))
}

describe('each gate tells the next person', () => {
  test('submitted: the head, by notice and by letter', async () => {
    await submit()
    expect(await told()).toEqual({ head: ['Rencana aksi menunggu persetujuan Anda'] })
    expect(letters).toEqual([
      {
        to: await emailOf(scene.head),
        subject: 'Rencana aksi menunggu persetujuan Anda',
        greeting: 'Yth. Bonar Hutapea',
        paragraphs: [
          `Nadia Kusumastuti mengajukan rencana aksi proyek “${title}”. Setujui, atau kembalikan dengan catatan.`,
        ],
        button: { text: 'Periksa rencana aksi', path: `/proyek/${code}/rencana` },
      },
    ])
  })

  test('withdrawn: the head again', async () => {
    await submit()
    await withdrawPlan(scene.db, scene.agent, code, moment)
    expect(await told()).toEqual({
      head: ['Rencana aksi ditarik kembali', 'Rencana aksi menunggu persetujuan Anda'],
    })
  })

  test('approved: the secretariat', async () => {
    await submit()
    await approve()
    expect(await told()).toMatchObject({ secretariat: ['Rencana aksi menunggu verifikasi'] })
  })

  test('verified: the agent, and whoever else is of the secretariat', async () => {
    const colleague = await scene.addActor('Rangga Prasetyo', undefined, ['secretariat'])
    await submit()
    await approve()
    published.length = 0
    await verify()
    expect(await told()).toEqual({ agent: ['Rencana aksi Anda lolos verifikasi'] })
    expect(await subjectsOf(colleague)).toEqual(['Rencana aksi siap dipaparkan'])
  })

  test('returned: the agent, with the gate', async () => {
    await submit()
    published.length = 0
    await returnPlan(scene.db, scene.head, code, 'Lengkapi target.', moment)
    expect(await told()).toEqual({ agent: ['Rencana aksi Anda dikembalikan'] })
    expect(letters[0]?.paragraphs[0]).toContain('pada tahap persetujuan atasan')
  })

  test('agreed: agent and head', async () => {
    await submit()
    await approve()
    await verify()
    published.length = 0
    await agreePlan(scene, code, moment.now)
    expect(await told()).toEqual({ agent: ['Rencana aksi Anda ditetapkan'], head: ['Rencana aksi ditetapkan'] })
  })

  test('stopped: agent and head', async () => {
    await stopProject(scene.db, scene.secretariat, code, 'Unit dilebur.', moment)
    expect(await told()).toEqual({ agent: ['Proyek Anda dihentikan'], head: ['Proyek dihentikan'] })
  })
})

describe('progress', () => {
  async function report(actor: Actor): Promise<string> {
    const [plan] = await listPlans(scene.db, (await project()).id)
    const [activity] = activitiesOf(await findMatrix(scene.db, plan?.id ?? ''))
    const id = randomUUIDv7()
    const said = { percent: 40, value: '55', note: 'Tiga meja.', obstacle: '', solution: '' }
    const line = { id, lineId: activity?.lineId ?? '', evidence: null }
    await reportProgress(scene.db, actor, code, { ...line, ...said }, moment)
    return id
  }

  beforeEach(async () => {
    await submit()
    await approve()
    await verify()
    await agreePlan(scene, code, moment.now)
    published.length = 0
  })

  test('that comes in and that is verified is told to nobody, sent back it is told to the agent', async () => {
    const id = await report(scene.agent)
    await verifyReport(scene.db, scene.secretariat, code, id, moment)
    expect(await told()).toEqual({})
    await returnReport(scene.db, scene.secretariat, code, id, 'Sebut sumbernya.', moment)
    expect(await told()).toEqual({ agent: ['Laporan kemajuan Anda dikembalikan'] })
    expect(letters[0]?.button).toEqual({ text: 'Lihat kemajuan', path: `/proyek/${code}/laporan` })
  })

  test('that the secretariat reports atas nama the agent hears of', async () => {
    await report(scene.secretariat)
    expect(await told()).toEqual({ agent: ['Tindakan atas nama Anda'] })
    expect(letters[0]?.paragraphs[0]).toContain('melaporkan kemajuan atas nama Anda')
  })
})

describe('atas nama', () => {
  test('the person in whose place it was done is told, and the next person reads of both', async () => {
    await submit(scene.secretariat)
    expect(await told()).toEqual({
      agent: ['Tindakan atas nama Anda'],
      head: ['Rencana aksi menunggu persetujuan Anda'],
    })
    const sentences = letters.map(({ paragraphs }) => paragraphs[0])
    expect(sentences).toContainEqual(
      expect.stringMatching(/^Sri Wahyuningtyas atas nama Nadia Kusumastuti mengajukan rencana aksi/),
    )
    expect(sentences).toContainEqual(expect.stringMatching(/Sri Wahyuningtyas mengajukan rencana atas nama Anda\.$/))
  })

  test('of writing that saves itself one unread notice is enough', async () => {
    await describeAs(scene.secretariat)
    await describeAs(scene.secretariat)
    expect(await told()).toEqual({ agent: ['Tindakan atas nama Anda'] })
    await readAllNotices(scene.db, scene.agent, moment.now)
    await describeAs(scene.secretariat)
    expect((await told()).agent).toHaveLength(2)
  })
})

test('an agent’s own drafting tells nobody', async () => {
  await describeAs(scene.agent)
  expect(await told()).toEqual({})
})

test('whoever has no address is told without a letter', async () => {
  await database.query.deleteFrom('access').where('personId', '=', scene.head.personId).execute()
  await database.query.updateTable('person').set({ email: null }).where('id', '=', scene.head.personId).execute()
  await submit()
  await tellAll()
  expect(letters).toEqual([])
  const { mailedAt } = await select(scene.db, 'notice').select('mailedAt').executeTakeFirstOrThrow()
  expect(mailedAt).toBeNull()
})

test('where nobody is of the secretariat, the admins are told', async () => {
  await database.query
    .updateTable('access')
    .set({ roles: [] })
    .where('personId', '=', scene.secretariat.personId)
    .execute()
  const admin = await scene.addActor('Teguh Santosa', undefined, ['admin'])
  await submit()
  await approve()
  await tellAll()
  expect(await subjectsOf(admin)).toEqual(['Rencana aksi menunggu verifikasi'])
})

describe('reading', () => {
  test('a notice leads to where one acts, and is read from then on; somebody else’s is not there', async () => {
    await submit()
    await tellAll()
    const [notice] = (await listNotices(scene.db, scene.head, 1)).rows
    expect(await countUnread(scene.db, scene.head)).toBe(1)
    await expect(readNotice(scene.db, scene.agent, notice?.id ?? '', moment.now)).rejects.toMatchObject({
      reason: 'not-found',
    })
    expect(await readNotice(scene.db, scene.head, notice?.id ?? '', moment.now)).toBe(`/proyek/${code}/rencana`)
    expect(await countUnread(scene.db, scene.head)).toBe(0)
  })

  test('all at once reads one’s own only', async () => {
    await submit(scene.secretariat)
    await tellAll()
    await readAllNotices(scene.db, scene.head, moment.now)
    expect(await countUnread(scene.db, scene.head)).toBe(0)
    expect(await countUnread(scene.db, scene.agent)).toBe(1)
  })

  test('a list of three costs as many queries as a list of one', async () => {
    await submit()
    await tellAll()
    const before = database.statements.length
    await listNotices(scene.db, scene.head, 1)
    const one = database.statements.length - before
    await withdrawPlan(scene.db, scene.agent, code, moment)
    await submit()
    await tellAll()
    const then = database.statements.length
    expect((await listNotices(scene.db, scene.head, 1)).rows).toHaveLength(3)
    expect(database.statements.length - then).toBe(one)
  })
})
