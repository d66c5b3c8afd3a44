/** The field in which a form carries what was uploaded before: `<id>/<name>`, as often as there are files. */
export const uploadField = (name: string): string => `${name}_upload`
