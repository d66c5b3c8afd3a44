/** What is made beside evidence, as parts of it: its first page as a picture, and an office file as PDF. */
export type PreviewPart = 'preview' | 'pdf'

/**
 * How often it is tried to make them. Settled: a file that comes to nothing three times is broken, or made to break what
 * looks at it, and is left alone.
 */
export const mostTries = 3

/** Longer than a try can last, so that nobody begins one while another is at it, or a worker that died seems to be. */
export const minutesBetweenTries = 15

/** The name under which the PDF of an office file is handed out. */
export const pdfNameOf = (name: string): string => `${name.replace(/\.[^.]+$/, '')}.pdf`
