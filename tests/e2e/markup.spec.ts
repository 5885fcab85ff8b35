import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, test } from './support/test.ts';

test('html-validate finds nothing in any page', async ({ build }) => {
  const config = JSON.parse(readFileSync('.htmlvalidate.json', 'utf8'));
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const files = readdirSync(build.folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  expect(files.length).toBeGreaterThan(0);
  // What is wrong with the frame of all pages is told once.
  const found = new Map<string, string>();
  for (const file of files) {
    const { results } = await validator.validateFile(join(build.folder, file));
    for (const { ruleId, message, selector, line, column } of results.flatMap(({ messages }) => messages)) {
      const fault = `${ruleId}: ${message} (${selector})`;
      if (!found.has(fault)) found.set(fault, `${file}:${line}:${column}`);
    }
  }
  expect([...found]).toEqual([]);
});
