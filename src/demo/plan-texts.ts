import type { Day } from '#kit/date.ts'
import type { Activity, Description, Matrix } from '#project'
import { type DatedProgramme, dateIn } from './calendar.ts'
import type { DemoActivity, DemoProject } from './shape.ts'

/** What a project's form says of it, with dates. */
export function descriptionOf(project: DemoProject, programme: DatedProgramme): Description {
  const { title, presentCondition, problem, wantedCondition } = project
  const { areaCodes, targetCodes, isPublicService, innovationKind, startedOn } = project
  return {
    ...{ title, presentCondition, problem, wantedCondition, areaCodes, targetCodes, isPublicService, innovationKind },
    startedOn: startedOn === null ? null : dateIn(programme, startedOn),
  }
}

/** The fields of an activity's form, with dates. Texts say in one breath what may happen and how it is met. */
export function fieldsOf(activity: DemoActivity, programme: DatedProgramme, { areaCodes }: DemoProject) {
  const { title, output, indicator, indicatorUnit, baseline, target, inCharge, resources } = activity
  const [risk = '', mitigation = ''] = activity.risk.split(/(?<=\.) (.*)/s)
  const startsOn: Day | null = dateIn(programme, activity.from)
  const endsOn: Day | null = dateIn(programme, activity.until)
  const words = { title, output, indicator, indicatorUnit, inCharge, resources, risk, mitigation }
  return { ...words, baseline, target, startsOn, endsOn, areaCodes }
}

/** The matrix as a plan would hold it; its ids are only places. */
export const matrixOf = (project: DemoProject, programme: DatedProgramme): Matrix =>
  project.matrix.map(({ title, activities }, at) => {
    const position = at + 1
    const id = `initiative ${position}`
    const rows = activities.map((activity, row): Activity => {
      const place = `${id}.${row + 1}`
      return {
        id: place,
        lineId: place,
        initiativeId: id,
        position: row + 1,
        revision: 1,
        ...{ more: {}, parties: '' },
        ...fieldsOf(activity, programme, project),
      }
    })
    return { id, lineId: id, position, title, revision: 1, activities: rows }
  })
