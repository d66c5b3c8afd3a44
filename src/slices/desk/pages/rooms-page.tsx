import { DeskPage } from '#web/page.tsx'
import type { Door } from './places.ts'

/** All rooms that have no place in the navigation. */
export const RoomsPage = ({ doors }: { doors: Door[] }) => (
  <DeskPage title="Lainnya" heading="Bagian lain Rintis">
    <ul class="rooms">
      {doors.map(({ path, label, about }) => (
        <li key={path}>
          <a href={path}>{label}</a>
          <p>{about}</p>
        </li>
      ))}
    </ul>
  </DeskPage>
)
