import type { Words } from './notice.ts'

/** The events of a forum of which somebody is told. */
export const forumTold = ['topic.opened', 'topic.answered', 'topic.post-edited', 'guideline.published']

/** What whoever is mentioned in a post reads. */
export const mentionWords = (by: string, topic: { title: string }, postId: string): Words => ({
  subject: 'Anda disebut dalam forum',
  sentence: `${by} menyebut Anda dalam topik “${topic.title}”.`,
  button: 'Baca topik',
  path: `/forum/kiriman/${postId}`,
})

/** What the agents of a programme read when a guideline is published. */
export const publishedWords = (guideline: { id: string; title: string; number: string }): Words => ({
  subject: 'Pedoman teknis terbit',
  sentence: `Pedoman “${guideline.title}” terbit dengan nomor ${guideline.number}. Bacalah sebelum menyusun rencana Anda.`,
  button: 'Baca pedoman',
  path: `/pedoman/${guideline.id}`,
})
