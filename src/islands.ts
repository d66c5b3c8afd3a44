import { mountIslands, webIslands } from '#web/islands.ts'
import { fileIslands } from './files/islands.ts'
import { assessmentIslands } from './slices/assessment/islands/index.ts'
import { bagIslands } from './slices/bag/islands/index.ts'
import { competitionIslands } from './slices/competition/islands/index.ts'
import { presentationIslands } from './slices/presentation/islands/index.ts'
import { projectIslands } from './slices/project/islands/index.ts'
import { recordingIslands } from './slices/recording/islands/index.ts'

// What every browser is given on a page that has an island; each island's own code follows when it is needed.
await mountIslands({
  ...webIslands,
  ...fileIslands,
  ...assessmentIslands,
  ...bagIslands,
  ...competitionIslands,
  ...presentationIslands,
  ...projectIslands,
  ...recordingIslands,
})
