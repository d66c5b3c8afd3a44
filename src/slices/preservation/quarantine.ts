import { conflict } from '#kit/refusal.ts'

type Held = { quarantine: 'waiting' | 'clean' | 'too_large' | 'let_in' | 'infected' | null }

/**
 * Lets in what the scanner could not check, knowingly (settled: what is infected never comes in; what only waits is
 * checked first).
 */
export function letIn({ quarantine }: Held): 'let_in' {
  if (quarantine === 'infected') throw conflict('Berkas yang terjangkit virus tidak dapat diterima.')
  if (quarantine !== 'too_large') throw conflict('Berkas ini masih menunggu pemeriksa virus.')
  return 'let_in'
}
