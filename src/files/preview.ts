/**
 * How often it is tried to make something of a file. Settled: one that comes to nothing three times is broken, or made to
 * break what looks at it, and is left alone.
 */
export const mostTries = 3

/** Longer than a try can last, so that nobody begins one while another is at it, or a worker that died seems to be. */
const minutesBetweenTries = 15

/** Before this moment a try that is over began. */
export const overBefore = (now: Date): Date => new Date(now.getTime() - minutesBetweenTries * 60_000)

/** The name under which the PDF of an office file is handed out. */
export const pdfNameOf = (name: string): string => `${name.replace(/\.[^.]+$/, '')}.pdf`
