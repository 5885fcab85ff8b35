import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { OTHERS, WITH_MEDIA } from '../run/test-builds.ts';
import { expect, test } from './support/test.ts';

test('html-validate finds nothing in any page of any archive', async ({ build }) => {
  const config = JSON.parse(readFileSync('.htmlvalidate.json', 'utf8'));
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const folders = [build.folder, ...OTHERS.map(({ folder }) => folder), WITH_MEDIA];
  const files = folders.flatMap((folder) => {
    const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));
    expect(pages.length, folder).toBeGreaterThan(0);
    return pages.map((file) => join(folder, file));
  });
  // What is wrong with the frame of all pages is told once.
  const found = new Map<string, string>();
  for (const file of files) {
    const { results } = await validator.validateFile(file);
    for (const { ruleId, message, selector, line, column } of results.flatMap(({ messages }) => messages)) {
      const fault = `${ruleId}: ${message} (${selector})`;
      if (!found.has(fault)) found.set(fault, `${file}:${line}:${column}`);
    }
  }
  expect([...found]).toEqual([]);
});
