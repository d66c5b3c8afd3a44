/** What happened to a programme, said of whoever did it. */
export const programmeEvents: Record<string, string> = {
  'programme.added': 'membuat program',
  'programme.changed': 'mengubah program',
}
