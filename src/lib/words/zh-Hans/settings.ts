/** The words of the settings dialog that are not choices. */
export const SETTINGS_DIALOG = { title: '阅读设置', done: '完成', reset: '恢复默认' } as const;

/** Reading settings: `name` is the attribute on the root element; an empty value is the default. */
export const SETTING_CHOICES = [
  {
    name: 'size',
    legend: '字号',
    choices: [
      { value: '', label: '标准' },
      { value: 'larger', label: '较大' },
      { value: 'elder', label: '大字版' },
    ],
  },
  {
    name: 'face',
    legend: '正文字体',
    choices: [
      { value: '', label: '宋体' },
      { value: 'hei', label: '黑体' },
    ],
  },
  {
    name: 'theme',
    legend: '颜色',
    choices: [
      { value: '', label: '跟随系统' },
      { value: 'light', label: '浅色' },
      { value: 'dark', label: '深色' },
    ],
  },
  {
    name: 'evidence',
    legend: '出处（数字、日期、段落链接）',
    choices: [
      { value: '', label: '不显示' },
      { value: 'on', label: '显示' },
    ],
  },
  {
    name: 'progress',
    legend: '读到哪里',
    choices: [
      { value: '', label: '显示并记住' },
      { value: 'off', label: '不显示也不记' },
    ],
  },
] as const;
