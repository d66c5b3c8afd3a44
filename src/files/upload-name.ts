/** The field in which a form carries what was uploaded before: `<id>/<name>`, as often as there are files. */
export const uploadField = (name: string): string => `${name}_upload`

/** The field in which it carries what was turned away by the script, with the reason: `<name>: <sentence>`. */
export const turnedAwayField = (name: string): string => `${uploadField(name)}_away`
