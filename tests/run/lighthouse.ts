import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runPackage } from '../../src/commands/command.ts';
import { EXTRA } from './extra.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Scores = Record<(typeof CATEGORIES)[number], number>;

/** Lighthouse's scores of a page on a phone, 0 to 100; performance is the median, the rest the worst of all runs. */
export async function measure(url: string, runs: number, chromium: string): Promise<Scores> {
  const all: Scores[] = [];
  for (let index = 0; index < runs; index++) all.push(await measured(url, chromium));
  const sorted = (category: keyof Scores) => all.map((scores) => scores[category]).sort((a, b) => a - b);
  return {
    performance: sorted('performance')[Math.floor(runs / 2)] ?? 0,
    accessibility: sorted('accessibility')[0] ?? 0,
    'best-practices': sorted('best-practices')[0] ?? 0,
    seo: sorted('seo')[0] ?? 0,
  };
}

/** Times that Lighthouse may fail to record a load, as it says itself, before that is a fault. */
const LOST = 3;
/** Its own words for that: it has measured nothing. */
const UNRECORDED = /Please run Lighthouse again/;

/** When the largest part of a page is painted on Lighthouse’s phone, in milliseconds from the request. */
export async function largestPaint(url: string, chromium: string): Promise<number> {
  for (let lost = 1; ; lost++) {
    const { audits } = await recorded(url, chromium, ['--only-audits=largest-contentful-paint']);
    const time = audits['largest-contentful-paint']?.numericValue;
    if (time !== undefined) return time;
    if (lost === LOST) throw new Error(`Lighthouse saw no paint of ${url}.`);
  }
}

async function measured(url: string, chromium: string): Promise<Scores> {
  const report = await recorded(url, chromium, [`--only-categories=${CATEGORIES.join(',')}`]);
  for (const line of shortfalls(report)) console.log(`  ${url}: ${line}`);
  return Object.fromEntries(CATEGORIES.map((category) => [category, percentOf(report, category)])) as Scores;
}

async function recorded(url: string, chromium: string, only: readonly string[]): Promise<Report> {
  for (let lost = 1; ; lost++) {
    try {
      return await once(url, chromium, only);
    } catch (error) {
      if (lost === LOST || !(error instanceof Error && UNRECORDED.test(error.message))) throw error;
      console.log(`  ${url}: not recorded, measured again`);
    }
  }
}

async function once(url: string, chromium: string, only: readonly string[]): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  const file = join(folder, 'report.json');
  const args = [
    url,
    '--output=json',
    `--output-path=${file}`,
    '--quiet',
    ...only,
    '--chrome-flags=--headless=new --no-sandbox --disable-quic --disable-component-update',
  ];
  const options = { from: EXTRA, quiet: true, env: { CHROME_PATH: chromium } };
  const { code, output } = await runPackage('lighthouse', args, options);
  if (code !== 0) throw new Error(`Lighthouse on ${url} ended with ${code}:\n${output}`);
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  rmSync(folder, { recursive: true });
  return report;
}

/** What keeps a category from 100. */
function shortfalls(report: Report): string[] {
  return CATEGORIES.filter((category) => percentOf(report, category) < 100).flatMap((category) =>
    (report.categories[category]?.auditRefs ?? [])
      .filter(({ weight }) => weight > 0)
      .flatMap(({ id }) => report.audits[id] ?? [])
      .filter(({ score }) => score !== null && score < 0.98)
      .map(({ id, score, displayValue = '' }) => `${category}: ${id} ${score} ${displayValue}`),
  );
}

const percentOf = (report: Report, category: string) => Math.round((report.categories[category]?.score ?? 0) * 100);

interface Report {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { id: string; score: number | null; numericValue?: number; displayValue?: string }>;
}
