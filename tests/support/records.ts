import { readContent } from '../../src/editing/files/read-content.ts';
import type { ContentFile } from '../../src/lib/manuscript/paths.ts';

/**
 * The archive of letters, voices, stone, book and radio (tests/fixtures/records). What it calls by words of its own site.yaml
 * is called by ours, as the schemas here are made with those of the archive that is tested.
 */
export const readRecords = (): ContentFile[] =>
  readContent('tests/fixtures/records').map((file) => ({
    ...file,
    text: file.text.replace('kind: diary', 'kind: other').replace('role: proof', 'role: text'),
  }));
