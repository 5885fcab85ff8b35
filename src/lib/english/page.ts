/** What the page for readers abroad says itself; it is in English whatever the language of the site is. */
export const ENGLISH_PAGE = {
  link: 'English',
  title: 'In English',
  description: (stories: number) => `${stories} stories with their titles and abstracts in English.`,
  stories: 'The stories, county by county',
  essays: 'Essays on several counties',
  none: 'Not yet summarised in English.',
} as const;
