import CMS, { type CmsConfig } from '@sveltia/cms';
import { formConfig } from './config.ts';

/** Opens the editing form; it asks for the folder of the repository and writes there and nowhere else. */
export function startForm(): void {
  CMS.init({ config: formConfig(import.meta.env.EDIT_CONTENT) as unknown as CmsConfig });
}
