import CMS, { type CmsConfig } from '@sveltia/cms';
import { formConfig } from './config.ts';

/** Opens the editing form; it asks for the project's folder and writes there and nowhere else. */
export function startForm(): void {
  CMS.init({ config: formConfig as unknown as CmsConfig });
}
