import type { Db } from '#db'
import type { Files } from '#files'
import type { Actor } from '#kit/actor.ts'
import type { Moment } from '#kit/date.ts'

/** Something that somebody (by key) does at a moment of the demonstration. */
export type Act = {
  by: string
  at: Moment
  /** `files` is where pictures and papers come in: see `demoFile`. */
  run: (db: Db, actor: Actor, moment: Moment, files: Files) => Promise<unknown>
}

/** Acts of several threads as they happened; within a moment they keep the order in which they are given. */
export const inOrder = (acts: Act[]): Act[] => acts.toSorted((a, b) => a.at.now.getTime() - b.at.now.getTime())
