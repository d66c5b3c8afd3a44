export {
  evenLoudness,
  ladderArgs,
  lightArgs,
  measureArgs,
  pictureArgs,
  posterArgs,
  probeArgs,
  storyboardArgs,
} from './commands.ts'
export { type MediaFacts, readFacts } from './facts.ts'
export { flawOf, isDiskFull } from './flaw.ts'
export { type Running, runTool, ToolFailure } from './run-tool.ts'
export { storyboardCues } from './storyboard.ts'
export { findFfmpeg, findMedia, type Media } from './tools.ts'
