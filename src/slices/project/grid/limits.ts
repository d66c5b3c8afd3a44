/** The longest text of a cell that is sent; the form of an activity is the one to say how much fits where. */
export const longestText = 10_000

/** As many rows as one request saves; a longer block comes in parts. */
export const mostRows = 500
