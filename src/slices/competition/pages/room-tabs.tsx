import { Tabs } from '#web/tabs.tsx'

const rooms = [
  { path: '/usulan', label: 'Usulan' },
  { path: '/usulan/umur', label: 'Umur inovasi' },
  { path: '/usulan/edisi', label: 'Edisi' },
  { path: '/usulan/riwayat', label: 'Riwayat' },
]

/** The pages of the competitions, for whoever looks at all of it. */
export const RoomTabs = ({ current }: { current: string }) => <Tabs label="Kompetisi" tabs={rooms} current={current} />
