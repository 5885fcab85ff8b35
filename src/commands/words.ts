// npm run words: the words of the interface that site.yaml may put in other words, each key with what it may name.
import { wordKeys } from '../editing/check/words.ts';
import { EXIT, readArguments, runCommand } from './terminal.ts';

const USAGE = `用法：npm run words -- [键或现在的字里有的字]
列出 site.yaml 的 words 可以改的键和现在的字；花括号里的值，文字里可以用。`;

await runCommand(async () => {
  const { values, positionals } = readArguments(
    { allowPositionals: true, options: { debug: { type: 'boolean' }, help: { type: 'boolean' } } },
    USAGE,
  );
  if (values.help) console.log(USAGE);
  const [part = ''] = positionals;
  const keys = values.help
    ? []
    : wordKeys().filter((one) => `${one.key} ${one.text}`.toLowerCase().includes(part.toLowerCase()));
  for (const { key, values: told, text } of keys) {
    const unsaid = (told ?? []).map((name) => `{${name}}`).filter((name) => !text.includes(name));
    console.log([`${key}:`, text, ...unsaid].filter(Boolean).join(' '));
  }
  return EXIT.fine;
});
