import { type Actor, holds, looksOn, runsProgramme, thingsOf } from '#kit/actor.ts'
import { readsLke } from '#lke'
import { keepsAnything } from '#recording'
import { watchesNation } from '#reports'
import type { Place } from '#web/shell.tsx'

/** A door on the page of all rooms: where it leads and what is done there. */
export type Door = { path: string; label: string; about: string; isOpen: (actor: Actor) => boolean }

const everybody = () => true
const judgesOrLooksOn = (actor: Actor) => looksOn(actor) || thingsOf(actor, 'judge').length > 0
const examines = (actor: Actor) => holds(actor, 'admin', 'secretariat', 'evaluator')
const readsRecords = (actor: Actor) => looksOn(actor) || thingsOf(actor, 'head').length > 0

/** All rooms but those of the navigation, in the order in which an office meets them. */
export const doors: Door[] = [
  { path: '/program', label: 'Program', about: 'Masa, tahap, dan batas waktu setiap program.', isOpen: everybody },
  {
    path: '/tindak-lanjut',
    label: 'Tindak lanjut',
    about: 'Yang disepakati: pemilik, batas waktu, hasilnya.',
    isOpen: everybody,
  },
  {
    path: '/penilaian',
    label: 'Penilaian',
    about: 'Rubrik, lembar penilai, peringkat, putusan.',
    isOpen: judgesOrLooksOn,
  },
  { path: '/laporan', label: 'Kemajuan', about: 'Kemajuan dan eviden setiap proyek yang berjalan.', isOpen: everybody },
  {
    path: '/laporan/lke',
    label: 'Angka LKE',
    about: 'Perubahan, agen, dan integrasi menurut LKE.',
    isOpen: readsLke,
  },
  {
    path: '/nasional',
    label: 'Pemantauan nasional',
    about: 'Instansi yang Anda pantau, berdampingan.',
    isOpen: watchesNation,
  },
  {
    path: '/usulan',
    label: 'Usulan kompetisi',
    about: 'Proyek yang diusulkan ke KIPP, UNPSA, atau OPSI.',
    isOpen: everybody,
  },
  { path: '/paparan', label: 'Sidang paparan', about: 'Jadwal, salindia, dan notula paparan.', isOpen: everybody },
  {
    path: '/pedoman',
    label: 'Pedoman teknis',
    about: 'Pedoman yang ditulis dan diterbitkan forum.',
    isOpen: everybody,
  },
  { path: '/keputusan', label: 'Keputusan', about: 'Keputusan penetapan agen dan lampirannya.', isOpen: looksOn },
  { path: '/orang', label: 'Pegawai', about: 'Pegawai, atasan, dan hubungan tugasnya.', isOpen: readsRecords },
  { path: '/unit', label: 'Unit kerja', about: 'Susunan unit kerja dari waktu ke waktu.', isOpen: looksOn },
  { path: '/pemberitahuan', label: 'Pemberitahuan', about: 'Yang disampaikan Rintis kepada Anda.', isOpen: everybody },
  {
    path: '/arsip',
    label: 'Kantong arsip',
    about: 'Dokumentasi dalam satu ZIP untuk disimpan di luar.',
    isOpen: keepsAnything,
  },
  { path: '/jejak', label: 'Jejak audit', about: 'Siapa memutuskan apa, dan kapan.', isOpen: examines },
  { path: '/pengaturan', label: 'Pengaturan', about: 'Nama instansi, zona waktu, cadangan.', isOpen: runsProgramme },
  { path: '/akun', label: 'Akun saya', about: 'Kata sandi, sesi, dan instansi.', isOpen: everybody },
]

/** The navigation of this person: at most five places. */
export const places: Place[] = [
  { path: '/beranda', label: 'Beranda', icon: 'house' },
  { path: '/proyek', label: 'Proyek', icon: 'folder-kanban' },
  { path: '/dokumentasi', label: 'Dokumentasi', icon: 'film' },
  { path: '/forum', label: 'Forum', icon: 'messages-square' },
  { path: '/lainnya', label: 'Lainnya', icon: 'layout-grid' },
]
