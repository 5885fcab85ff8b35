// npm run mark -- <story>: suggests marks for a story and writes those that the editor takes.
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { readContent } from '../editing/files/read-content.ts';
import { readChoice } from '../editing/marking/choose.ts';
import { type Suggested, suggestFor } from '../editing/marking/suggest-for.ts';
import { countSuggestions, tellSuggestions } from '../editing/marking/tell.ts';
import { beforeMarks, forgetUndo, undoRecord } from '../editing/marking/undo-file.ts';
import { writeMarks } from '../editing/marking/write-marks.ts';
import { nearest } from '../lib/manuscript/nearest.ts';
import { type ContentFile, idOf, storyAt } from '../lib/manuscript/paths.ts';
import { ask, isInteractive } from './ask.ts';
import { openContent } from './open-content.ts';
import { callerFolder, callerPath, EXIT, readArguments, runCommand, UsageError, writeWhole } from './terminal.ts';

const USAGE = `用法：npm run mark -- 网址名或文件 [选项]
列出可以标的数字、时间、人物、地点、做法，问收哪些，写进文章。
  --accept 全部|无疑|1,3-9|除 2,5   收哪些，不再问；拿不准的，按号收才算看过，否则注明待确认
  --dry-run                        只列出，不动文件
  --undo                           撤销上一次写的标记`;
const OPTIONS = {
  accept: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  undo: { type: 'boolean', default: false },
  debug: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

function findStory(files: readonly ContentFile[], folder: string, named: string): ContentFile {
  const stories = files.filter(({ path }) => storyAt(path));
  const found = stories.find((file) => idOf(file) === named || resolve(folder, file.path) === callerPath(named));
  if (found) return found;
  const guess = nearest(named, stories.map(idOf));
  throw new UsageError(`没有网址名为“${named}”的文章${guess ? `，是不是 ${guess}？` : ''}\n${USAGE}`);
}

function undo(file: string): number {
  const shown = relative(callerFolder(), file);
  const earlier = beforeMarks(file, readFileSync(file, 'utf8'));
  if ('fault' in earlier) {
    console.error(`${earlier.fault}。\n    → 看改了什么：git diff -- ${shown}`);
    return EXIT.problems;
  }
  writeWhole(file, earlier.text);
  forgetUndo(file);
  console.log(`已撤销，${shown} 和写标记之前一样。`);
  return EXIT.fine;
}

/** What the editor wants of the list; null where nobody can be asked. */
async function askWhich(given: string | undefined, { suggestions }: Suggested) {
  const isSure = (index: number) => suggestions[index]?.doubts.length === 0;
  const read = (answer: string) => readChoice(answer, suggestions.length, isSure);
  if (given === undefined && !isInteractive()) return null;
  const answer =
    given ??
    (await ask('收哪些？（全部、无疑、1,3-9、除 2,5；按回车就是都不收）', (text) => {
      const choice = read(text);
      return 'fault' in choice ? choice.fault : null;
    }));
  const choice = read(answer);
  if ('fault' in choice) throw new UsageError(choice.fault);
  return choice;
}

await runCommand(async () => {
  const { values, positionals } = readArguments({ allowPositionals: true, options: OPTIONS }, USAGE);
  const [named] = positionals;
  if (values.help || !named || positionals.length > 1) {
    if (!values.help) throw new UsageError(USAGE);
    console.log(USAGE);
    return EXIT.fine;
  }
  const { contentFolder } = openContent();
  const files = readContent(contentFolder);
  const story = findStory(files, contentFolder, named);
  const file = resolve(join(contentFolder, story.path));
  const shown = relative(callerFolder(), file);
  if (values.undo) return undo(file);
  const suggested = suggestFor(story, files);
  if ('fault' in suggested) {
    const { line, column, message, cure } = suggested.fault;
    console.error(
      `${shown}:${line}:${column} 错误 ${message}${cure ? `\n    → ${cure}` : ''}\n先改好再标，没有动文件。`,
    );
    return EXIT.problems;
  }
  const { suggestions, passages } = suggested;
  if (suggestions.length === 0) {
    console.log(`${shown}：没有找到还可以标的。`);
    return EXIT.fine;
  }
  console.log(`${shown}：${countSuggestions(suggestions)}\n${tellSuggestions(suggestions, passages)}`);
  if (values['dry-run']) return EXIT.fine;
  const choice = await askWhich(values.accept, suggested);
  if (choice === null) {
    console.log('    → 收下：加上 --accept 全部，或 --accept 1,3-9');
    return EXIT.fine;
  }
  const chosen = choice.indexes.flatMap((index) => {
    const suggestion = suggestions[index];
    return suggestion ? [{ suggestion, isLookedAt: choice.isNamed }] : [];
  });
  if (chosen.length === 0) {
    console.log('一条也没有收，文件没有动。');
    return EXIT.fine;
  }
  const text = writeMarks(story, suggested, chosen);
  const record = undoRecord(file, story.text, text);
  writeWhole(record.file, record.text);
  writeWhole(file, text);
  const open = choice.isNamed
    ? 0
    : chosen.filter(({ suggestion }) => suggestion.kind !== 'mention' && suggestion.doubts.length > 0).length;
  console.log(
    `已写 ${chosen.length} 条标记，正文的字没有变。${open > 0 ? `其中 ${open} 条注明“待确认”，看过就删去那句 note。` : ''}
    → npm run check 看一遍；要撤销：npm run mark -- ${idOf(story)} --undo`,
  );
  const facts = chosen.some(({ suggestion }) => suggestion.kind !== 'mention');
  if (facts && suggested.manuscript.publication.status === 'published')
    console.log('    → 这篇已经发表：添了数字、记事，在 corrections 里加一条（kind: 补充），并改 updated');
  return EXIT.fine;
});
