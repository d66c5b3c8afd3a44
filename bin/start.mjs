// npm start: installs, builds, then starts Rintis (src/main.ts), on a machine that has nothing but Node and npm.
import { startBuilt } from './ground.mjs'

await startBuilt('main.js')
