import { State } from '#web/state.tsx'
import type { GuidelineState } from '../guideline.ts'
import { stateWords } from './words.ts'

const shapes = { draft: 'open', discussed: 'soon', approved: 'good', published: 'done' } as const

/** How a version stands, in shape and word. */
export const VersionState = ({ state }: { state: GuidelineState }) => (
  <State is={shapes[state]}>{stateWords[state]}</State>
)
