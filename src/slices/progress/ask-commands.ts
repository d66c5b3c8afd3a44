import { agentInSeat } from '#appointment'
import type { Tx } from '#db'
import { agreeFollowUp } from '#follow-up'
import type { Actor } from '#kit/actor.ts'
import type { Day, Moment } from '#kit/date.ts'
import { conflict } from '#kit/refusal.ts'
import type { Project } from '#project'

/** What sending something back also asks of the agent, until a day. */
export type Asked = { id: string; dueOn: Day } | null

/** Step: the notes with which a report or evidence goes back are also a follow-up of the agent's. */
export async function askOfAgent(
  tx: Tx,
  actor: Actor,
  { id: projectId, programmeId, seatId, unitId }: Pick<Project, 'id' | 'programmeId' | 'seatId' | 'unitId'>,
  asked: { id: string; dueOn: Day; what: string; sourceId: string },
  { now, today }: Moment,
): Promise<void> {
  const agent = await agentInSeat(tx, seatId, today)
  if (!agent) throw conflict('Kedudukan ini sedang kosong, jadi belum ada yang dapat menindaklanjuti.')
  const about = { programmeId, projectId, seatId, unitId, source: 'report' as const }
  await agreeFollowUp(tx, actor, { ...asked, ...about, ownerId: agent.personId }, now)
}
