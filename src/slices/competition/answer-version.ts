import { goesOn } from '#project'

/** Versi jawaban: what an answer said when somebody left it. */
export type AnswerVersion = {
  /** 1 for the first of its field. */
  number: number
  text: string
  evidence: string
  /** Null where it was written before versions were kept. */
  accountId: string | null
  begunAt: Date
  savedAt: Date
}

/**
 * The newest version of an answer after it was saved. An answer saves itself while it is written: what one person
 * writes at a stretch is one version (as long as what is written in a grid is one entry of the journal), and what
 * somebody else had left is never written over.
 */
export function versionAfter(
  last: AnswerVersion | undefined,
  said: { text: string; evidence: string },
  accountId: string,
  now: Date,
): AnswerVersion {
  if (last && last.text === said.text && last.evidence === said.evidence) return last
  const who = { event: 'answer', onBehalfOf: null }
  const isOne = goesOn(last && { ...who, ...last, at: last.begunAt }, { ...who, accountId }, now)
  const written = { text: said.text, evidence: said.evidence, accountId, savedAt: now }
  return last && isOne ? { ...last, ...written } : { ...written, number: (last?.number ?? 0) + 1, begunAt: now }
}
