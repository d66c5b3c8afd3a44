export type { Appointment, Seat, SeatedAgent, SeatRow } from './seat.ts'
export { agentInSeat, findSeat, listSeats } from './seat-store.ts'
