/** In a story, where what marks the words that were searched does not come. By itself: a story's scripts are small. */
export const UNMARKED = '检索词没有标出，文章照样可以读。刷新本页可以再试。';
