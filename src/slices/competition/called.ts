import type { Edition } from './edition.ts'

type Named = Pick<Edition, 'form' | 'label' | 'year' | 'short' | 'site'>

/** The competition of an edition in a sentence: "KIPP 2023", "UNPSA"; an edition that gives no short name by its own. */
export function competitionOf({ form, label, year, short }: Named): string {
  const name = short ?? (form === 'kipp' ? 'KIPP' : null)
  if (name === null) return label
  return year === null ? name : `${name} ${year}`
}

/** What an entry is called where it is spoken of: "usulan KIPP 2023". */
export const calledOf = (edition: Named): string => `usulan ${competitionOf(edition)}`

/** Where an entry is sent: to the site that the edition names, else to whoever holds the competition. */
export const receiverOf = ({ form, site }: Pick<Named, 'form' | 'site'>): string =>
  site ?? (form === 'kipp' ? 'Sinovik' : 'penyelenggara')

/** A label with what the form itself calls it, so that it is found there: "Pelajaran (Lessons Learned)". */
export const inBoth = ({ label, original }: { label: string; original?: string | undefined }): string =>
  original ? `${label} (${original})` : label
