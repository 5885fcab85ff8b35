/** The words of reading a story aloud. */
export const ALOUD = {
  start: '读给我听',
  bar: '朗读',
  pause: '暂停',
  resume: '接着读',
  back: '上一句',
  forward: '下一句',
  speed: '语速',
  stop: '停止',
  over: '读完了。',
} as const;

/** How fast. */
export const SPEEDS = { slow: '慢', normal: '正常', fast: '快', faster: '很快' } as const;
