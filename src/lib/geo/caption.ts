import { CAPTIONS } from '#words/captions.ts';

/** Where outlines come from: a survey, or a hand that drew them by eye. */
export type Provenance =
  | {
      /** Who surveyed or published them. */
      source: string;
      /** 审图号 */
      reviewNumber?: string | undefined;
    }
  | { sketch: true };

/** What stands under every map that is drawn from such outlines. */
export const mapCaption = (provenance: Provenance): string =>
  'sketch' in provenance ? CAPTIONS.sketch : CAPTIONS.provenance(provenance.source, provenance.reviewNumber ?? '');
