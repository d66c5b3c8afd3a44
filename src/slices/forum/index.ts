export { openForum } from './forum-commands.ts'
export { forumRoutes } from './forum-routes.tsx'
export { findForum, findForumOf, forumReadableBy } from './forum-store.ts'
export { mayReadTopicFile } from './forum-view.ts'
export {
  approveGuideline,
  beginGuideline,
  discussGuideline,
  publishGuideline,
  reviseGuideline,
} from './guideline-commands.ts'
export { guidelineRoutes } from './guideline-routes.tsx'
export { type GuidelineRow, listGuidelineVersions, listSections, listVersions } from './guideline-store.ts'
export { forumEvents } from './pages/words.ts'
export { editSection, writeSection } from './section-commands.ts'
export { answerTopic, editPost, openTopic } from './topic-commands.ts'
export { findTopic, listMentioned, listTopics } from './topic-store.ts'
