/** The number that is reserved for trials: what is named under it nobody else will resolve. */
export const trialNaan = '99999'
