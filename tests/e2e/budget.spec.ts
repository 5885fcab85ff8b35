import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { manuscripts } from './support/manuscripts.ts';
import { expect, test } from './support/test.ts';

/** What one round trip brings on a fresh connection. */
const BUDGET = 14_000;
const MEASURED_AT = 2_500;

test(`a story of up to ${MEASURED_AT} characters is one request of at most ${BUDGET} bytes`, async ({
  page,
  build,
}) => {
  const measured: string[] = [];
  for (const { path, slug, characters } of manuscripts) {
    const asked: string[] = [];
    const note = (request: { url(): string }) => asked.push(new URL(request.url()).pathname.slice(build.base.length));
    page.on('request', note);
    await page.goto(path, { waitUntil: 'networkidle' });
    page.off('request', note);
    expect
      .soft(
        asked.filter((file) => !/^(favicon|apple-touch-icon)/.test(file)),
        slug,
      )
      .toEqual([path]);
    const size = brotliCompressSync(readFileSync(join(build.folder, path, 'index.html'))).length;
    measured.push(`${slug}: ${characters} characters, ${size} bytes`);
    // Longer stories may weigh more, in proportion to their text: some 2.2 bytes a character, marks included.
    expect.soft(size, slug).toBeLessThanOrEqual(BUDGET + 2.2 * Math.max(0, characters - MEASURED_AT));
  }
  test.info().annotations.push({ type: 'sizes', description: measured.join('; ') });
});
