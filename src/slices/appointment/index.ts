export { agentRoutes } from './agent-routes.tsx'
export type { AnnexRow } from './annex.ts'

export { enterDecree } from './decree-commands.ts'
export { decreeRoutes } from './decree-routes.tsx'

export { mayReadDecreeFile } from './decree-view.ts'
export { appointmentEvents } from './events.ts'
export { importAnnex } from './import-commands.ts'
export { importRoutes } from './import-routes.tsx'
export type { SeatRow } from './seat.ts'

export { agentInSeat, findSeat, listSeats } from './seat-store.ts'
