import type { DemoProgramme } from '../shape.ts'
import { digitalDeposit, readersChoice } from './projects/collection.ts'
import { crossUnitTeams, fewerRules } from './projects/law.ts'
import { openFindings } from './projects/oversight.ts'
import { answerInAnHour, budgetCalendar, manuscriptLight, publisherDesk } from './projects/past.ts'
import { oneFigure } from './projects/planning.ts'
import { catalogueInPublication, manuscriptClinic } from './projects/preservation.ts'
import { manuscriptOrder, readingForAll } from './projects/service.ts'
import { learningMonday, skillMap } from './projects/staff.ts'
import { openAccreditation, villageStandard } from './projects/standards.ts'

const signer = { signerName: 'Prof. Dr. Retno Palupi Wardhani, M.Hum.', signerPosition: 'Kepala Pustaka Nusantara' }

/** The programme of 2021: finished, its projects closed. */
export const pastProgramme: DemoProgramme = {
  name: 'Program Agen Perubahan 2021',
  decree: {
    number: '11/KPT/PN.10/I/2021',
    about: 'Penetapan Agen Perubahan Tingkat Pusat Pustaka Nusantara Tahun 2021',
    ...signer,
    decidedOn: -5,
  },
  stages: {
    preparing: 28,
    approval: 35,
    verification: 42,
    presentation: 49,
    running: 320,
    finishing: 350,
    assessment: 356,
    entry: 361,
  },
  projects: [budgetCalendar, manuscriptLight, answerInAnHour, publisherDesk],
}

/** The programme that runs on the day of fill-in, in the order of its decree's annex. */
export const currentProgramme: DemoProgramme = {
  name: 'Program Agen Perubahan',
  decree: {
    number: '27/KPT/PN.10',
    about: 'Penetapan Agen Perubahan Tingkat Pusat Pustaka Nusantara',
    ...signer,
    decidedOn: -6,
  },
  stages: {
    preparing: 77,
    approval: 91,
    verification: 101,
    presentation: 112,
    running: 329,
    finishing: 343,
    assessment: 354,
    entry: 361,
  },
  projects: [
    oneFigure,
    fewerRules,
    crossUnitTeams,
    skillMap,
    learningMonday,
    digitalDeposit,
    readersChoice,
    manuscriptClinic,
    catalogueInPublication,
    readingForAll,
    manuscriptOrder,
    openAccreditation,
    villageStandard,
    openFindings,
  ],
}
