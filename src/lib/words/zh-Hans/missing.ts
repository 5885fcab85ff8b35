/**
 * Where a part of a page does not come: because the site has been published anew since the page was opened, or not. By
 * itself: the scripts that say so are small.
 */
export const MISSING = {
  newer: '本站已更新，请刷新本页。',
  refresh: '刷新',
  again: '重新载入',
  timeline: '筛选没有载入，年表照样可以读。',
  aloud: '朗读没有载入，文章照样可以读。',
} as const;
