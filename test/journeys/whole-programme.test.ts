import { afterAll, describe, expect, test } from 'vitest'
import { openJobs, prepareJobs } from '#jobs'
import { noBrowser } from '#test/browser.ts'
import { freshDatabase } from '#test/database.ts'
import { personOf } from '../../src/demo/cast.ts'
import { pastAssessment } from '../../src/demo/texts/assessment.ts'
import { answerInAnHour, manuscriptLight, publisherDesk } from '../../src/demo/texts/projects/past.ts'
import { jobs } from '../../src/worker.ts'
import * as agent from './whole/agent.ts'
import * as chair from './whole/chair.ts'
import * as entrant from './whole/entrant.ts'
import * as founder from './whole/founder.ts'
import * as head from './whole/head.ts'
import * as judge from './whole/judge.ts'
import * as neighbours from './whole/neighbours.ts'
import { openOffice } from './whole/office.ts'
import * as panel from './whole/panel.ts'
import * as secretary from './whole/secretary.ts'
import * as steward from './whole/steward.ts'
import * as visitor from './whole/visitor.ts'
import { startWorker } from './whole/worker.ts'

const fresh = await freshDatabase()
await prepareJobs(fresh.url, jobs)
const queues = await openJobs(fresh.pool, jobs, (error) => {
  throw error
})
afterAll(queues.stop)
const database = { ...fresh, ...queues }

const project = answerInAnHour
const [first, second] = project.matrix[0]?.activities ?? []
const [change] = project.presentation?.followUps ?? []
/** In an office there are also these, who are on no decree; and the units in which they work. */
const entered = [
  'sekretariat',
  'atasan04',
  'atasan06',
  'penilai01',
  'penilai02',
  'penilai03',
  'dokumentasi',
  'ketua-forum',
]
/** Of the agents of the decree, whose projects are told here. */
const agents = [project.agent, 'agen06', 'agen08']
const judges = ['penilai01', 'penilai02', 'penilai03']
const units = [
  ...['sekretariat-utama', 'biro-hukum', 'deputi-koleksi', 'pusat-layanan', 'serah-simpan'],
  ...['deputi-pembinaan', 'pusat-kajian', 'pusat-data', 'pusat-pelatihan'],
]

describe.skipIf(noBrowser !== '')(`the whole programme${noBrowser && `, skipped: ${noBrowser}`}`, () => {
  test('goes from an annex of fourteen rows to a published project and its entry as a Word file', async () => {
    if (!first || !second || !change) throw new Error('The texts of the project are not whole.')
    const office = await openOffice(database)
    const worker = await startWorker(fresh, office)

    const admin = await office.open()
    await founder.foundAgency(admin)
    for (const unit of units) await founder.addUnit(admin, unit)
    for (const key of entered) await founder.addPerson(admin, key)
    for (const unit of ['pusat-layanan', 'serah-simpan'])
      await founder.nameHead(admin, unit, secretary.programme.fromOn)
    await founder.invite(office, admin, ['sekretariat'], 'Sekretariat')

    const desk = await office.signIn('sekretariat')
    await secretary.makeProgramme(desk)
    await secretary.enterDecree(desk)
    await founder.invite(office, desk, [...agents, ...entered.slice(1)])

    const author = await office.signIn(project.agent)
    const code = await agent.beginProject(author, project, '2023-02-23')
    await agent.writeMatrix(author, code, project.matrix[0]?.title ?? '', [first, second])
    await agent.submitPlan(author, code)

    const chief = await office.signIn('atasan06', { viewport: { width: 360, height: 780 }, colorScheme: 'dark' })
    await head.approveFromLetter(chief, 'atasan06', project)
    await secretary.verifyPlan(desk, project)
    const sitting = await secretary.callSitting(desk)
    await agent.attachSlides(author, code)
    await secretary.acceptWithChanges(desk, sitting, project)
    await agent.finishFollowUp(author, change.what, change.done?.how ?? '')
    await secretary.closeFollowUp(desk, code, change.what)
    await secretary.agreePlan(desk, code)

    await agent.reportProgress(author, code, first, 'rekap-pertanyaan.pdf')
    await secretary.verifyProgress(desk, first.title, 'rekap-pertanyaan.pdf')

    await secretary.nameSteward(desk, code)
    const keeper = await office.signIn('dokumentasi')
    const film = await steward.keepFilm(keeper, project)

    await steward.watchFilm(keeper, film)

    await agent.declareFinished(author, code, project)
    await head.confirmFinished(chief, project)

    // Without scripts, as plain forms, these two go their way in half the time.
    const plain = { javaScriptEnabled: false }
    const clerk = await office.signIn('sekretariat', plain)
    await neighbours.runReturnedProject({
      project: publisherDesk,
      key: 'agen06',
      author: await office.signIn('agen06', plain),
      chief: await office.signIn('atasan04', plain),
      desk: clerk,
    })
    await neighbours.runProjectInPlace({
      project: manuscriptLight,
      key: 'agen08',
      author: await office.signIn('agen08', plain),
      desk: clerk,
    })

    const assessment = await panel.openAssessment(desk, judges)
    const projects = [project, publisherDesk, manuscriptLight]
    for (const key of judges) {
      const page = await office.signIn(key)
      for (const { agent: whose, title } of projects) {
        const sheet = pastAssessment.sheets.find((one) => one.judge === key && one.agent === whose)
        if (!sheet) throw new Error(`${key} has no sheet of ${whose}.`)
        await judge.markProject(page, title, sheet)
      }
      await judge.readOwnDesk(page)
      await page.context().close()
    }
    await panel.chooseBest(desk, assessment, project.title)

    await entrant.writeEntry(desk, project)
    await entrant.declareReady(desk, '2027-05-12')
    entrant.expectWord(await entrant.download(desk, 'Word'))
    expect(await entrant.download(desk, 'PDF')).toMatch(/^%PDF/)

    const leader = await office.signIn('ketua-forum')
    await chair.openForum(desk)
    await chair.openTopic(leader)
    await chair.answerTopic(author)
    const guideline = await chair.draftGuideline(author)
    await chair.approveGuideline(leader, guideline)
    await chair.publishGuideline(desk, guideline)

    await agent.agreeToBeNamed(author, code)
    await secretary.publish(desk, code)
    await visitor.watchFilm(await office.open(), project, personOf(project.agent).name)
    expect(worker.faults()).toEqual([])
  }, 600_000)
})
