import type { Round } from '#jobs'
import { type DailyOptions, dailyBackup } from './daily.ts'

/** What a daily copy needs beside the database. */
export type BackupTools = { backup: Omit<DailyOptions, 'database'> }

/**
 * Looks every hour whether today's copy is there: an office's server is often off at night, and then the copy is made
 * in the first hour of the morning.
 */
export const dailyBackupJob: Round<BackupTools> = {
  queue: 'backup.daily',
  cron: '20 * * * *',
  zone: 'Asia/Jakarta',
  within: 6 * 3600,
  run: async (database, _, { backup }) => {
    await dailyBackup({ ...backup, database })
  },
}
