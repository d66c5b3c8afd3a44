const invisible = /[\u200b-\u200d\u2060\ufeff]/g
const between = /[\s\u00a0\u2013\u2014]+/

/**
 * How many words a text has, as a judge's word processor counts: a non-breaking space and an en or em dash separate,
 * a hyphen or slash does not ("ke-2" and "dan/atau" are one each). A bullet or number standing alone counts, a lone
 * dash does not; zero-width characters separate nothing.
 */
export const countWords = (text: string): number => text.replace(invisible, '').split(between).filter(Boolean).length
