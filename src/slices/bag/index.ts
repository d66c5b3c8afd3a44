export { type Exported, exportBag } from './export-commands.ts'
export { type Imported, importBag } from './import-commands.ts'
export type { Scope } from './scope-store.ts'
