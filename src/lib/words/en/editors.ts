import { name } from '#archive';
import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/editors.ts';

export const EDITORS = {
  status: { draft: 'Draft', scheduled: 'Scheduled', retired: 'Withdrawn' },
  onlyHere: 'seen in the preview alone',
} as const satisfies Words<typeof zh.EDITORS>;

export const EDIT_FORM = { title: `${name} · Editing` } satisfies Words<typeof zh.EDIT_FORM>;
