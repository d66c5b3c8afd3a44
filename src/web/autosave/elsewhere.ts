const name = 'rintis-stored-elsewhere'

type Stored = { revision: string; fields: Record<string, string> }

/** Tells a form that saves itself what another page stored of it, and under which revision. */
export const tellStored = (form: HTMLFormElement, stored: Stored): boolean =>
  form.dispatchEvent(new CustomEvent<Stored>(name, { detail: stored }))

/** Hears it. Line ends are those that a text area has. */
export const hearElsewhere = (form: HTMLFormElement, hear: (revision: string, fields: Stored['fields']) => void) =>
  form.addEventListener(name, (event) => hear(...detailOf(event)))

const detailOf = (event: Event): [string, Stored['fields']] => {
  const { revision, fields } = (event as CustomEvent<Stored>).detail
  return [
    revision,
    Object.fromEntries(Object.entries(fields).map(([key, text]) => [key, text.replace(/\r\n?/g, '\n')])),
  ]
}
