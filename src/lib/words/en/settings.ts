import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/settings.ts';

export const SETTINGS_DIALOG = {
  title: 'Reading settings',
  done: 'Done',
  reset: 'Reset',
} as const satisfies Words<typeof zh.SETTINGS_DIALOG>;

export const SETTING_CHOICES = [
  {
    name: 'size',
    legend: 'Text size',
    choices: [
      { value: '', label: 'Standard' },
      { value: 'larger', label: 'Larger' },
      { value: 'elder', label: 'Large print' },
    ],
  },
  {
    name: 'face',
    legend: 'Typeface',
    choices: [
      { value: '', label: 'Serif' },
      { value: 'hei', label: 'Sans serif' },
    ],
  },
  {
    name: 'theme',
    legend: 'Colours',
    choices: [
      { value: '', label: 'As the system' },
      { value: 'light', label: 'Light' },
      { value: 'dark', label: 'Dark' },
    ],
  },
  {
    name: 'evidence',
    legend: 'Sources (figures, dates, links to paragraphs)',
    choices: [
      { value: '', label: 'Hidden' },
      { value: 'on', label: 'Shown' },
    ],
  },
  {
    name: 'progress',
    legend: 'How far you have read',
    choices: [
      { value: '', label: 'Shown and kept' },
      { value: 'off', label: 'Neither' },
    ],
  },
] as const satisfies Words<typeof zh.SETTING_CHOICES>;
