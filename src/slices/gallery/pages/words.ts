/** What happened to the public face of a project, said of whoever did it. */
export const galleryEvents: Record<string, string> = {
  'publication.agreed': 'setuju namanya disebut di halaman publik',
  'publication.agreement-withdrawn': 'mencabut persetujuan namanya disebut',
  'publication.published': 'menerbitkan proyek',
  'publication.taken-back': 'menarik penerbitan proyek',
}
