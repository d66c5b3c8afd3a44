import { type BagTools, bagJobs } from '#bag'
import { type PreviewTools, pruneJob, quarantineJob } from '#files'
import { overdueJob } from '#follow-up'
import { galleryJobs } from '#gallery'
import type { Job } from '#jobs'
import { type Mailer, mailJob } from '#mail'
import { awaitingMailJob, noticeJobs, scheduleTellingJob } from '#notices'
import { changeJob, slideJobs } from '#presentation'
import { type FixityJobTools, fixityJob } from '#preservation'
import { previewJobs, reportReminderJob } from '#progress'
import { type MediaTools, recordingJobs } from '#recording'
import { type BackupTools, dailyBackupJob } from './backup/index.ts'

/** What jobs may use beside the database. */
export type Tools = BackupTools & MediaTools & BagTools & FixityJobTools & PreviewTools & { mailer: Mailer }

/** All jobs of the house: plumbing first, then the slices, lower to upper. */
export const jobs: readonly Job<Tools>[] = [
  mailJob,
  pruneJob,
  quarantineJob,
  dailyBackupJob,
  fixityJob,
  overdueJob,
  reportReminderJob,
  ...previewJobs,
  ...slideJobs,
  changeJob,
  ...recordingJobs,
  ...galleryJobs,
  ...bagJobs,
  ...noticeJobs,
  scheduleTellingJob,
  awaitingMailJob,
]
