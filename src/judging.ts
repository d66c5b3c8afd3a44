import { assessmentRooms } from '#assessment'
import { competitionSide } from '#competition'
import { publicSideOf } from '#gallery'

/** The rooms of the assessment with what it is handed of the slices above it, which it may not import. */
export const judgingRooms = assessmentRooms(competitionSide, publicSideOf)
