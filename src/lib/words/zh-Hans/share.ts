/** What the build says of pictures for links. */
export const SHARE = {
  missing: (title: string, characters: readonly string[]) =>
    `“${title}”的分享图写不出 ${characters.map((one) => `${one}（U+${one.codePointAt(0)?.toString(16).toUpperCase()}）`).join('、')}：字库里没有，图上只画地图。可以换一个通行的写法`,
} as const;
