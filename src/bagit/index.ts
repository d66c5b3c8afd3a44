export { type BagWriter, openBag } from './bag-writer.ts'
export { flawWords, verifyBag } from './verify.ts'
export { zipFolder } from './zip-writer.ts'
