/** What a password must not hold: it is what a stranger tries first. */
export type PasswordOwner = { email: string; name: string; agencies: readonly string[] }

/** Characters, as people count them. NIST SP 800-63B and ASVS 5.0 V6.2: long, and no rules about its composition. */
export const passwordLength = { least: 12, most: 128 } as const

/** What is wrong with the length of the password, in words. It can be said before anything is known of its owner. */
export function lengthProblem(password: string): string | null {
  const length = [...password].length
  if (length < passwordLength.least) return `Kata sandi paling sedikit ${passwordLength.least} karakter.`
  if (length > passwordLength.most) return `Kata sandi paling banyak ${passwordLength.most} karakter.`
  return null
}

/** What is wrong with the password, in words; null when nothing is, but for the list of known ones. */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  const wrongLength = lengthProblem(password)
  if (wrongLength !== null) return wrongLength
  const squeezed = squeeze(password)
  if (guessable(owner).some((word) => squeezed.includes(word)))
    return 'Kata sandi tidak boleh memuat nama, surel, atau instansi Anda, dan tidak boleh memuat "rintis".'
  if (stemOf(password).length < 3) return knownPassword
  return null
}

export const knownPassword = 'Kata sandi ini mudah ditebak. Pakailah beberapa kata yang tidak berhubungan.'

/** Words of the owner that are long enough to be no part of any other word. */
function guessable({ email, name, agencies }: PasswordOwner): string[] {
  const own = [email, email.split('@')[0] ?? '', name, ...name.split(/\s+/), ...agencies]
  return ['rintis', 'agenperubahan', ...own.map(squeeze).filter((word) => word.length >= 4)]
}

const squeeze = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * What remains of a password when the tricks are taken away that make a long one of a short one: capitals, figures
 * and signs around it, the same again. "Katakata123456" is "kata", "111122223333" is nothing.
 */
export function stemOf(password: string): string {
  const word = password.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  for (let length = 1; length <= word.length / 2; length += 1) {
    const unit = word.slice(0, length)
    if (word.length % length === 0 && unit.repeat(word.length / length) === word) return unit
  }
  return word
}
