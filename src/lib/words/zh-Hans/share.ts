/** What the build says of pictures for links. */
export const SHARE = {
  missing: (title: string, characters: string) =>
    `“${title}”的分享图写不出 ${characters}：字库里没有，图上只画地图。可以换一个通行的写法`,
} as const;
