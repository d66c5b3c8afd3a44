export { agentRoutes } from './agent-routes.tsx'
export type { AnnexRow } from './annex.ts'

export { enterDecree } from './decree-commands.ts'
export { decreeRoutes } from './decree-routes.tsx'

export { mayReadDecreeFile } from './decree-view.ts'
export { appointmentEvents } from './events.ts'
export { importAnnex } from './import-commands.ts'
export { importRoutes } from './import-routes.tsx'
export type { SeatPlace, SeatRow } from './seat.ts'

export { agentInSeat, findSeat, listPlaces, listSeats } from './seat-store.ts'
