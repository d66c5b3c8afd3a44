import { nameCategory } from '#competition'
import { findPersonByNip } from '#people'
import { findProgramme } from '#programme'
import { listProjects } from '#project'
import type { Act } from './act.ts'
import { type DatedProgramme, momentIn } from './calendar.ts'
import { personOf } from './cast.ts'
import type { DemoCategory } from './shape.ts'

const edition = '2023-umum'

/** Agents say at which category of the competition their projects aim, long before any is entered. */
export const categoryActs = (programme: DatedProgramme, categories: DemoCategory[]): Act[] =>
  categories.map(({ agent, on, category, reason }) => ({
    by: agent,
    at: momentIn(programme, on, 210),
    run: async (db, actor, moment) => {
      const person = await findPersonByNip(db, personOf(agent).nip)
      const found = await findProgramme(db, programme.slug)
      const projects = await listProjects(db, actor, found?.id ?? '', moment.today)
      const project = projects.find(({ agentId }) => agentId === person?.id)
      if (!project) throw new Error(`The demonstration's agent "${agent}" has no project.`)
      return nameCategory(db, actor, project.code, { edition, category, reason, revision: 0 }, moment)
    },
  }))
