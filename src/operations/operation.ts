import type { ParseArgsOptionsConfig } from 'node:util'
import type { Environment } from '#environment'
import { Halt } from '#kit/halt.ts'

/** What was typed after the command's name. */
export type Call = {
  environment: Environment
  values: Record<string, string | boolean | undefined>
  positionals: string[]
}

/** What a command found or did: in words for a person, as a value for `--json`, and whether all was well. */
export type Answer = { lines: string[]; value: unknown; isWell?: boolean }

/** A command of `npm run rintis`. */
export type Operation = {
  /** One line of the list of commands. */
  summary: string
  /** How it is called, after its name. */
  usage?: string
  options?: ParseArgsOptionsConfig
  run(call: Call): Promise<Answer>
}

/** The text of an option that must be there. Throws `Halt`. */
export function demanded({ values }: Call, name: string): string {
  const value = values[name]
  if (typeof value === 'string' && value !== '') return value
  throw new Halt('usage', `--${name} harus diisi; lihat --help.`)
}
