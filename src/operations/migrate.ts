import { updateDatabase } from '../processes/database.ts'
import { withServer } from './installation.ts'
import type { Operation } from './operation.ts'

export const migrate: Operation = {
  summary: 'memutakhirkan basis data, tanpa menjalankan Rintis',
  run: ({ environment }) =>
    withServer(
      environment,
      async (url, settle) => {
        const applied = await updateDatabase(url)
        await settle()
        const lines = applied.length > 0 ? applied : ['Basis data sudah mutakhir.']
        return { lines, value: { applied } }
      },
      { onlyIfMade: false },
    ),
}
