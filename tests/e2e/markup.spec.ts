import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { expect, test } from './support/test.ts';

test('html-validate finds nothing in any page', async ({ build }) => {
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  const files = readdirSync(build.folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) {
    const { results } = await validator.validateFile(join(build.folder, file));
    const found = results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, line, column, selector }) => `${line}:${column} ${ruleId} ${message} (${selector})`,
      ),
    );
    expect.soft(found, file).toEqual([]);
  }
});
