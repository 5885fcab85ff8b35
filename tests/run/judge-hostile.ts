// Judges hostile texts one after the other for bench-hostile.ts, which ends this process where one of them takes too long.
// Reads one line of JSON for each, answers with one.
import { createInterface } from 'node:readline';
import { PAIRS, randomTexts, SIGNS, STRUCTURES } from '../support/hostile-texts.ts';
import { judge } from '../support/judge.ts';

const TEXTS = new Map([...SIGNS, ...PAIRS, ...STRUCTURES, ...randomTexts(2000)].map((text) => [text.name, text]));

for await (const line of createInterface({ input: process.stdin })) {
  const { name, size, command, place } = JSON.parse(line) as {
    name: string;
    size: number;
    command: string;
    place: string;
  };
  const text = TEXTS.get(name)?.make(size) ?? '';
  const began = performance.now();
  const said = await judge(command, place, text).catch(
    (error: unknown) => `THROWN ${error instanceof Error ? error.stack : error}`,
  );
  const ms = Math.round(performance.now() - began);
  console.log(JSON.stringify({ ms, length: said.length, said: said.slice(0, 300) }));
}
