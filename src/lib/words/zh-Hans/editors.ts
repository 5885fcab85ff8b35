import { name } from '#archive';

/** What editors see in the preview, and nobody else. */
export const EDITORS = {
  status: { draft: '草稿', scheduled: '待发', retired: '已撤' },
  onlyHere: '只在预览中可见',
} as const;

export const EDIT_FORM = { title: `${name} · 编辑` } as const;
