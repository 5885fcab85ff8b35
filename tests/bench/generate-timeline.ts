// A content folder of generated counties, stories and milestones, the same for the same seed:
// node tests/bench/generate-timeline.ts OUT [--counties 100] [--milestones 2000] [--seed 1]
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from '../support/random.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    counties: { type: 'string', default: '100' },
    milestones: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
const [out] = positionals;
if (!out) throw new Error('Name the folder to write into.');
const counties = Number(values.counties);
const perCounty = Math.ceil(Number(values.milestones) / counties);

const random = randomFrom(Number(values.seed));
const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
const two = (n: number) => String(n).padStart(2, '0');

/** Every kind of date that milestones of the archive have. */
function someDate(): string {
  const [year, month, day] = [between(2015, 2021), between(1, 12), between(1, 28)];
  const kinds = [
    () => `date: "${year}-${two(month)}-${two(day)}"\n    basis: stated`,
    () => `date: "${year}?-${two(month)}-${two(day)}"\n    basis: inferred\n    ground: 上文`,
    () => `date: "${year}-${two(month)}"\n    basis: stated`,
    () => `date: "${year}"\n    basis: stated`,
    () => `date: "${year}?"\n    basis: inferred\n    ground: 上文\n    recurs: P1M`,
    () => `date: "${year}/.."\n    basis: stated`,
    () =>
      `date: "${year}-${two(Math.min(month, 10))}?/${year}-12?"\n    extent: within\n    basis: inferred\n    ground: 上文`,
    () => `date: "${year}/${year + 2}"\n    basis: stated`,
    () => 'date: null\n    printed: 近日\n    basis: stated',
  ];
  return (kinds[between(0, kinds.length - 1)] as () => string)();
}

function write(path: string, text: string) {
  const file = join(out as string, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

write('people.yaml', 'people: []\n');
write('front.yaml', '{}\n');
write('comparisons.yaml', 'comparisons: []\n');
const practices = Array.from({ length: 40 }, (_, i) => `practice-${i + 1}`);
for (const [i, id] of practices.entries())
  write(
    `practices/${id}.mdx`,
    `---\nname: 第${i + 1}项做法\nkind: mechanism\nsummary: 生成的做法。\n---\n\n生成的做法。\n`,
  );

for (let c = 1; c <= counties; c++) {
  const id = `county-${c}`;
  const code = String(410000 + c);
  write(
    `counties/${id}.yaml`,
    `name: 第${c}县\ncode: "${code}"\nprovince: 河南省\nprefecture: 许昌市\nformerly: []\ncentre: [${100 + (c % 20)}, ${25 + Math.floor(c / 20)}]\nintro: 生成的县。\n`,
  );
  write(`places/${id}.yaml`, 'places: []\n');
  const practice = practices[between(0, practices.length - 1)] as string;
  const milestones = Array.from({ length: perCounty }, (_, m) => ({ id: `event-${m + 1}`, date: someDate() }));
  const front = milestones
    .map(
      (m, i) =>
        `  - id: ${m.id}\n    ${m.date}\n    title: 第${c}县的第 ${i + 1} 条记事，为测量而生成\n    note: 生成的说明。\n`,
    )
    .join('');
  const body = milestones
    .map(
      (m) =>
        `县里做了<Practice id="${practice}">一件事</Practice>，<Milestone id="${m.id}">这件事是生成的</Milestone>。`,
    )
    .join('\n\n');
  write(
    `stories/${id}/${id}-story.mdx`,
    `---\ntitle: 第${c}县的故事\ngenre: ${['report', 'brief', 'feature', 'profile'][c % 4]}\ncounty: ${id}\nsummary: 这是为测量年表而生成的一篇文章，内容没有意义，只是每一种日期都有，数目由种子定下，好让测量可以重复，每次都得到同样的文章。\ntext: retold\nsource:\n  headline: null\n  publisher: null\n  bylines: []\n  date: null\n  dateBasis: inferred\npeople: []\nplaces: []\npractices: [${practice}]\nmilestones:\n${front}figures: []\ngaps: []\nprivacy: reviewed\nstatus: published\npublished: "2026-12-01"\n---\n\n${body}\n`,
  );
}
console.log(`${counties} counties, ${counties * perCounty} milestones, seed ${values.seed} → ${out}`);
