import { agentInSeat } from '#appointment'
import { type Db, type Tx, transact } from '#db'
import { record } from '#journal'
import type { Actor } from '#kit/actor.ts'
import { addDays, type Moment } from '#kit/date.ts'
import { conflict, notFound } from '#kit/refusal.ts'
import { endStanding, findPerson, startStanding } from '#people'
import { insteadOfAgent } from './gate-commands.ts'
import { type Held, hold } from './held.ts'
import { addMember, listTeam, removeMember } from './store.ts'

/** Somebody joins the team, under the id that the form was drawn with; the same form twice adds one. */
export const joinTeam = (
  db: Db,
  actor: Actor,
  code: string,
  { id, personId, part }: { id: string; personId: string; part: string },
  moment: Moment,
) =>
  change(db, actor, code, moment, async (tx, { project }) => {
    const team = await listTeam(tx, project.id)
    if (team.some((member) => member.id === id)) return null
    if (team.some((member) => member.personId === personId)) throw conflict('Pegawai ini sudah menjadi anggota tim.')
    const person = await findPerson(tx, personId)
    if (!person || person.mergedIntoId !== null) throw conflict('Pilih pegawai yang ada dalam daftar.')
    if ((await agentInSeat(tx, project.seatId, moment.today))?.personId === personId)
      throw conflict('Agen perubahan memimpin proyek ini, jadi tidak dicatat lagi sebagai anggota.')
    await addMember(tx, { id, projectId: project.id, personId, part, createdAt: moment.now })
    const thing = { kind: 'project' as const, id: project.id }
    await startStanding(tx, { personId, relation: 'member', thing, fromOn: moment.today })
    return { joined: personId }
  })

/** Somebody leaves the team, and no longer reads the project as its member. */
export const leaveTeam = (db: Db, actor: Actor, code: string, memberId: string, moment: Moment) =>
  change(db, actor, code, moment, async (tx, { project }) => {
    const member = (await listTeam(tx, project.id)).find(({ id }) => id === memberId)
    if (!member) throw notFound()
    await removeMember(tx, memberId)
    const { personId } = member
    await endStanding(tx, { personId, relation: 'member', thingId: project.id }, addDays(moment.today, -1))
    return { left: personId }
  })

/** Whoever joins may read the project: so every change of the team is in the journal, the agent's own too. */
const change = (
  db: Db,
  actor: Actor,
  code: string,
  { now, today }: Moment,
  work: (tx: Tx, held: Held) => Promise<{ joined: string } | { left: string } | null>,
) =>
  transact(db, async (tx) => {
    const held = await hold(tx, actor, code, 'team')
    const { project } = held
    if (project.state === 'finished')
      throw conflict('Proyek ini sudah dinyatakan selesai, jadi timnya tidak dapat diubah.')
    const changed = await work(tx, held)
    if (changed === null) return
    const thing = { kind: 'project' as const, id: project.id }
    const details = { projectId: project.id, ...changed }
    const onBehalfOf = await insteadOfAgent(tx, actor, project, today)
    await record(tx, actor, { event: 'project.team-changed', thing, details, onBehalfOf }, now)
  })
