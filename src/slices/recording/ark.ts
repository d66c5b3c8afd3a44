import { codeOf, noid } from '#kit/text.ts'

/** Alamat tetap (ARK): who gives the name, and the name; it is never given again, and never changes. */
export type Ark = { arkNaan: string; arkName: string }

/** What this house's names begin with, so that names of another make can stand beside them under one number. */
const shoulder = 'r1'
const bladeLength = 8

/**
 * NOID's check character over "NAAN/name": the sum of each character's ordinal times its position, modulo 29; what is
 * not of the alphabet counts 0 (California Digital Library, "NOID: Check Digit Algorithm").
 */
export function checkCharacter(text: string): string {
  const sum = Array.from(text).reduce((total, letter, at) => total + (at + 1) * Math.max(0, noid.indexOf(letter)), 0)
  return noid.charAt(sum % noid.length)
}

/** A new ARK under this number, from 8 random bytes or more that the caller hands in. */
export function makeArk(arkNaan: string, random: Uint8Array): Ark {
  const name = `${shoulder}${codeOf(random)}`
  return { arkNaan, arkName: `${name}${checkCharacter(`${arkNaan}/${name}`)}` }
}

/** "ark:/99999/r1…", as it is printed and cited. */
export const arkInWords = ({ arkNaan, arkName }: Ark): string => `ark:/${arkNaan}/${arkName}`

/** Only a row that was there before addresses were given has none, until the worker has given it one. */
export const arkOf = ({ arkNaan, arkName }: { arkNaan: string | null; arkName: string | null }): Ark | null =>
  arkNaan === null || arkName === null ? null : { arkNaan, arkName }

const form = new RegExp(`^ark:/?([${noid}]{5,})/(${shoulder}[${noid}]{${bladeLength + 1}})$`)

/**
 * The ARK that was written: hyphens and case mean nothing in it, "ark:/N/x" and "ark:N/x" are one. Undefined for what
 * can be no name of ours: its check character finds every single letter that is wrong, and every two that changed places.
 */
export function parseArk(text: string): Ark | undefined {
  const plain = text.replace(/[-\u2010-\u2015]/g, '').toLowerCase()
  const [, arkNaan, arkName] = form.exec(plain) ?? []
  if (arkNaan === undefined || arkName === undefined) return undefined
  return arkName.endsWith(checkCharacter(`${arkNaan}/${arkName.slice(0, -1)}`)) ? { arkNaan, arkName } : undefined
}
