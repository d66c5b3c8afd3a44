export { type BagWriter, openBag } from './bag-writer.ts'
export { type Flaw, flawWords, verifyBag } from './verify.ts'
