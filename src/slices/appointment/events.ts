/** What happened to decrees and appointments, said of whoever did it. */
export const appointmentEvents: Record<string, string> = {
  'decree.entered': 'mencatat keputusan',
  'decree.corrected': 'memperbaiki keputusan',
  'decree.annex-imported': 'mengimpor lampiran keputusan',
  'appointment.made': 'menetapkan agen perubahan',
  'appointment.ended': 'mengakhiri penetapan agen perubahan',
}
