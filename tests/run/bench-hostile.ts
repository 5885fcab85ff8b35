// npm run bench:hostile: texts that no writer wrote, 100 kB of each and as much as is taken, wherever a stranger can put
// them. Each must be judged in five seconds, without a stack trace. All of it takes hours: `--set signs`, `--place body` and
// `--size 100000` take a part of it, each as often as wanted, `--only word` the texts whose name has it.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { CONTENT_PLACES, IMPORTS } from '../support/hostile-places.ts';
import { type HostileText, PAIRS, randomTexts, SIGNS, STRUCTURES } from '../support/hostile-texts.ts';

const MOST_MS = 5000;
const MOST_BROKEN = 200;
const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true },
    set: { type: 'string', multiple: true, default: ['structures', 'signs', 'pairs', 'random'] },
    command: { type: 'string', multiple: true, default: ['check', 'import'] },
    place: { type: 'string', multiple: true },
    only: { type: 'string' },
    jobs: { type: 'string', default: '1' },
    slow: { type: 'string', default: String(MOST_MS) },
  },
});
const SETS: Record<string, readonly HostileText[]> = {
  signs: SIGNS,
  pairs: PAIRS,
  structures: STRUCTURES,
  random: randomTexts(2000),
};
const SIZES: Record<string, readonly string[]> = { check: ['100000', '500000'], import: ['100000', '1000000'] };
const PLACES: Record<string, readonly string[]> = { check: Object.keys(CONTENT_PLACES), import: Object.keys(IMPORTS) };

interface Case {
  name: string;
  size: number;
  command: string;
  place: string;
}
interface Verdict {
  ms: number;
  said: string;
  length: number;
}

const cases: Case[] = values.set
  .flatMap((set) => SETS[set] ?? [])
  .filter(({ name }) => !values.only || name.includes(values.only))
  .flatMap(({ name }) =>
    values.command.flatMap((command) =>
      (values.size ?? SIZES[command] ?? []).flatMap((size) =>
        (PLACES[command] ?? [])
          .filter((place) => values.place?.includes(place) ?? true)
          .map((place) => ({ name, size: Number(size), command, place })),
      ),
    ),
  );

let next = 0;
let slow = 0;
const times: (Case & Verdict)[] = [];

async function work(): Promise<void> {
  let child: ChildProcess | undefined;
  let answers: AsyncIterator<string> | undefined;
  while (next < cases.length) {
    const one = cases[next++] as Case;
    if (!child) {
      child = spawn(process.execPath, ['tests/run/judge-hostile.ts'], { stdio: ['pipe', 'pipe', 'inherit'] });
      answers = createInterface({ input: child.stdout as NodeJS.ReadableStream })[Symbol.asyncIterator]();
    }
    child.stdin?.write(`${JSON.stringify(one)}\n`);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), MOST_MS * 2);
    });
    const answer = await Promise.race([answers?.next(), late]);
    clearTimeout(timer);
    if (!answer || answer.done) {
      child.kill('SIGKILL');
      child = undefined;
      slow++;
      if (slow > MOST_BROKEN) throw new Error('So many are broken that the judge itself must be');
      console.log(`${answer ? 'DIED' : 'LATE'} ${one.command} ${one.place} ${one.size} ${one.name}`);
      continue;
    }
    const verdict = JSON.parse(answer.value) as Verdict;
    times.push({ ...one, ...verdict });
    const isBad = verdict.ms > Number(values.slow) || verdict.said.startsWith('THROWN') || verdict.length > 100_000;
    if (isBad) {
      slow++;
      console.log(
        `${verdict.ms} ms ${one.command} ${one.place} ${one.size} ${one.name}: ${verdict.length}; ${verdict.said.slice(0, 200)}`,
      );
    }
  }
  child?.stdin?.end();
}

await Promise.all(Array.from({ length: Number(values.jobs) }, work));
times.sort((a, b) => b.ms - a.ms);
for (const { ms, command, place, size, name } of times.slice(0, 5))
  console.log(`slowest: ${ms} ms ${command} ${place} ${size} ${name}`);
console.log(`${cases.length} cases, ${slow} too slow or broken`);
process.exitCode = slow === 0 ? 0 : 1;
