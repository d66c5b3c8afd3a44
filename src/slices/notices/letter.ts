type Entry = { event: string; details: Record<string, unknown> }

/** The hour of a sitting can be taken into one's calendar from the letter itself. */
export function alsoIn({ event, details }: Entry): { also?: { text: string; path: string } } {
  const sittingId = textIn(details.sittingId)
  const isHeld = event === 'presentation.scheduled' || event === 'presentation.moved'
  return isHeld && sittingId ? { also: { text: 'Simpan ke kalender', path: `/paparan/${sittingId}/kalender.ics` } } : {}
}

/** What an entry's detail says in text. */
export const textIn = (detail: unknown): string | null => (typeof detail === 'string' ? detail : null)
