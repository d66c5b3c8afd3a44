/** How a whole upload stands, as the server tells the script that sent it. */
export type UploadState =
  | { state: 'kept'; isSame: boolean | null; known: { name: string; path: string } | null }
  /** It is looked into or checked: ask again. */
  | { state: 'waiting'; sentence: string }
  /** Nothing more to be done here: an admin decides. */
  | { state: 'held'; sentence: string }
  | { state: 'refused'; sentence: string }
  /** What arrived is not what was sent. */
  | { state: 'damaged'; sentence: string }
