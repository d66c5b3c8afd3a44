import { demoLine, dropDemo, keepDemo } from '../processes/demo.ts'
import { withParts } from './installation.ts'
import type { Answer, Operation } from './operation.ts'

export const demo: Operation = {
  summary: 'mengisi program peragaan dan mencetak akunnya; --remove menghapusnya seluruhnya',
  usage: '[--remove]',
  options: { remove: { type: 'boolean' } },
  run: ({ environment, values }) =>
    withParts(environment, async (parts): Promise<Answer> => {
      if (values.remove) {
        const isRemoved = await dropDemo(parts)
        const line = isRemoved ? 'Program peragaan dihapus seluruhnya.' : 'Tidak ada program peragaan.'
        return { lines: [line], value: { removed: isRemoved } }
      }
      const accounts = await keepDemo(parts)
      const lines = accounts.length > 0 ? accounts.map(demoLine) : [elsewhere]
      return { lines, value: accounts }
    }),
}

const elsewhere =
  'Program peragaan sudah ada, tetapi kata sandinya tidak tersimpan di sini: hapus dahulu dengan --remove.'
