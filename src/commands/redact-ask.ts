import { findName, type Hit } from '../editing/names/find.ts';
import { foldName, isJoint } from '../editing/names/spellings.ts';
import { contextOf, type Decide, findAlone, givenNameOf, type Person } from '../editing/redact.ts';
import type { ContentFile } from '../lib/manuscript/paths.ts';
import { ask, isInteractive, readLines } from './ask.ts';
import { UsageError } from './terminal.ts';

function faultOfName(name: string): string | null {
  const letters = [...foldName(name)].length;
  const isOfName = (sign: string) => foldName(sign) !== '' || isJoint(sign) || /[々〻\p{M}\p{Cf}\s]/u.test(sign);
  const isName = letters >= 2 && letters <= 16 && [...name].every(isOfName);
  return isName ? null : '姓名要是 2 到 16 个汉字';
}

const isYes = async (question: string): Promise<boolean> => {
  const answer = await ask(`${question}（是／不是）`, (word) =>
    /^(?:是|不是|不|y|n)$/i.test(word) ? null : '写“是”或“不是”',
  );
  return /^(?:是|y)$/i.test(answer);
};

/** Who it is: asked of whoever sits there, or read from a pipe. */
export async function askPerson(stories: readonly ContentFile[], usage: string): Promise<Person> {
  if (isInteractive()) {
    const name = await ask('哪个姓名？', faultOfName);
    return { name, also: await askAlso(name, stories), others: [] };
  }
  const [name = '', ...rest] = await readLines();
  const listed = (label: string) =>
    rest.filter((line) => line.startsWith(label)).map((line) => line.slice(label.length).replace(/^[:：]\s*/, ''));
  const person = { name, also: listed('又作'), others: listed('别人') };
  const fault = [name, ...person.also].map(faultOfName).find((one) => one !== null);
  if (fault) throw new UsageError(`${fault}\n${usage}`);
  return person;
}

/** What only somebody who knows the stories can say: whether the given name alone is this person, and other names. */
async function askAlso(name: string, stories: readonly ContentFile[]): Promise<string[]> {
  const given = givenNameOf(name) ?? '';
  const places = stories
    .filter(({ text }) => findName(text, name).length > 0)
    .flatMap(({ text }) => findAlone(text, given, name).map((hit) => contextOf(text, hit)));
  const isAlso =
    places.length > 0 && (await isYes(`还有 ${places.length} 处只写“${given}”，例如“${places[0]}”。也隐去吗？`));
  const more = await ask('还有小名、曾用名吗？有几个用“、”隔开，没有就按回车');
  return [...(isAlso ? [given] : []), ...more.split('、').filter((word) => faultOfName(word) === null)];
}

/** Asks about a place that may be somebody else; the answer holds for every such place. */
export function decideAbout(person: Person, every: boolean): Decide {
  const answers = new Map<string, boolean>();
  return async (text: string, hit: Hit): Promise<boolean> => {
    if (person.others.map(foldName).includes(hit.within)) return false;
    if (every || !isInteractive()) return every;
    const known = answers.get(hit.within);
    if (known !== undefined) return known;
    const isMeant = await isYes(`“${contextOf(text, hit)}”：是这个人吗？`);
    answers.set(hit.within, isMeant);
    if (!isMeant) person.others.push(hit.within);
    return isMeant;
  };
}
