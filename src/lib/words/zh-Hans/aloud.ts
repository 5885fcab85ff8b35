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
  failed: '朗读没有载入，文章照样可以读。',
  over: '读完了。',
} as const;

/** How fast, as a factor of the voice’s own speed. */
export const SPEEDS = [
  { value: 0.75, label: '慢' },
  { value: 1, label: '正常' },
  { value: 1.25, label: '快' },
  { value: 1.5, label: '很快' },
] as const;
