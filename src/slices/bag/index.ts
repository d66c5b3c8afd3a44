export { exportBag } from './export-commands.ts'
export { importBag } from './import-commands.ts'
export type { Scope } from './scope-store.ts'
