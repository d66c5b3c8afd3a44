import { type Edition, readEdition } from './edition.ts'
import khusus2022 from './editions/2022-khusus.json' with { type: 'json' }
import umum2022 from './editions/2022-umum.json' with { type: 'json' }
import khusus2023 from './editions/2023-khusus.json' with { type: 'json' }
import umum2023 from './editions/2023-umum.json' with { type: 'json' }
import opsi from './editions/opsi.json' with { type: 'json' }
import replication from './editions/replikasi.json' with { type: 'json' }
import unpsa from './editions/unpsa.json' with { type: 'json' }

/** The forms that the program carries, the newest first; those of other competitions at the end. */
export const shipped: Edition[] = [umum2023, khusus2023, umum2022, khusus2022, replication, unpsa, opsi].map(
  readEdition,
)

/** The form of this key that the program carries. */
export const editionOf = (name: string): Edition | undefined => shipped.find((one) => one.key === name)
