import type { ComponentChildren } from 'preact'
import type { Place, Shell } from '../shell.tsx'
import { ShellContext, useShell } from '../shell.tsx'

const places: Place[] = [
  { path: '/gaya/beranda', label: 'Beranda', icon: 'house' },
  { path: '/gaya/proyek', label: 'Proyek', icon: 'folder-kanban' },
  { path: '/gaya/dokumentasi', label: 'Dokumentasi', icon: 'film' },
  { path: '/gaya/forum', label: 'Forum', icon: 'messages-square' },
  { path: '/lainnya', label: 'Lainnya', icon: 'layout-grid' },
]

const secretary: Shell['signedIn'] = {
  name: 'Sri Wahyuni, S.Sos.',
  agencyName: 'Pustaka Nusantara',
  programmeLabel: 'Program 2026/2027',
  agencies: [
    { id: '1', name: 'Pustaka Nusantara' },
    { id: '2', name: 'Arsip Nusantara' },
  ],
  noticeCount: 3,
  places,
  accountPath: '/akun',
}

/** The day on which all samples play, a Tuesday. */
export const sampleDay = '2026-11-24'

/** The frame as a secretary of the sample agency would see it, whoever looks. */
export const AsSecretary = ({ toast = null, children }: { toast?: string | null; children: ComponentChildren }) => (
  <ShellContext.Provider value={{ ...useShell(), today: sampleDay, toast, signedIn: secretary }}>
    {children}
  </ShellContext.Provider>
)
