/** What happened to the agency, its units and persons, said of whoever did it: "Sri Wahyuningtyas menutup unit kerja". */
export const peopleEvents: Record<string, string> = {
  'agency.changed': 'mengubah pengaturan instansi',
  'person.added': 'menambahkan pegawai',
  'person.corrected': 'memperbaiki data pegawai',
  'person.merged': 'menggabungkan dua catatan satu pegawai',
  'unit.added': 'menambahkan unit kerja',
  'unit.changed': 'mengubah unit kerja',
  'unit.closed': 'menutup unit kerja',
  'unit.reopened': 'membuka kembali unit kerja',
  'unit.head-named': 'menetapkan atasan unit kerja',
  'unit.head-ended': 'mengakhiri masa atasan unit kerja',
}
