import type { Day } from '#kit/date.ts'

/** A road map's areas and targets, as they stood when it ran. Sets are added, never changed. */
export type ReformSet = { code: string; name: string; fromOn: Day | null; untilOn: Day | null }

/** Area perubahan: what a project strengthens. The code is unique in its set. */
export type ReformArea = { setCode: string; code: string; name: string; position: number }

/** Sasaran: what the programme serves. The code is unique in its set. */
export type ReformTarget = { setCode: string; code: string; name: string; position: number }

/** That an area of one set says the same as one of another. */
export type AreaMapping = Record<'setCode' | 'code' | 'otherSet' | 'otherSetName' | 'otherCode' | 'otherName', string>
