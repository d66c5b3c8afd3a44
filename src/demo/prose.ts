/** A text of several lines of source as one paragraph: white space becomes single spaces. */
export const prose = (parts: TemplateStringsArray): string => parts.join('').replace(/\s+/g, ' ').trim()
