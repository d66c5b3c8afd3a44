// npm run rintis -- <command>: the operations of src/cli.ts.
import { startBuilt } from './ground.mjs'

await startBuilt('cli.js')
