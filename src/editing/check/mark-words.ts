import type { Block } from '../../lib/manuscript/blocks.ts';
import type { Finding } from '../../lib/manuscript/problem.ts';
import type { StoryData } from '../../lib/schema/story.ts';
import { surnameOf } from '../../lib/text/surnames.ts';

/** Names of an entry of a register, by the name of its mark and its id: `Person zhang-san`. */
export type Names = ReadonlyMap<string, readonly string[]>;

/** What ends names of places and says of what kind each is. */
const KIND_OF_PLACE =
  /(?:省|市|自治州|地区|盟|县|区|旗|镇|乡|街道|办事处|社区|村委会|行政村|自然村|村民小组|村|组|寨|屯|庄|沟|湾|岭|坪|坝|山|河|湖|路|街|园区|园|厂|公司|中心|学校|医院)$/;

/** Han letters alone: blanks and marks of withheld names are none. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Whether two texts have a run of so many characters in common. */
function share(one: string, other: string, length: number): boolean {
  for (let at = 0; at + length <= one.length; at++) if (other.includes(one.slice(at, at + length))) return true;
  return false;
}

function isFormOf(mark: string, said: string, name: string): boolean {
  const own = letters(name);
  if (own === '' || said.includes(own) || own.includes(said)) return true;
  if (mark === 'Person') {
    const surname = surnameOf(own) ?? own.slice(0, 1);
    return (
      said.includes(surname) || share(own.slice(surname.length), said, Math.min(2, own.length - surname.length || 1))
    );
  }
  const stem = own.replace(KIND_OF_PLACE, '') || own;
  return share(stem, said, Math.min(2, stem.length));
}

/** 他, 她, 这个村, 当地: words that stand for a name that was said before. */
const STANDS_FOR =
  /^(?:[他她它]们?|自己|本人|当地|这里|那里|全[县区市镇乡村]|[该本这那]个?\p{Script=Han}{1,3}|[县区市镇乡村])$/u;

/** Marks of people and places around words that are no form of the name that they lead to. */
export function findStrangeNames(blocks: readonly Block[], story: StoryData, names: Names): Finding[] {
  return blocks
    .flatMap((block) => block.marks)
    .flatMap((mark): Finding[] => {
      const known = names.get(`${mark.name} ${mark.id}`);
      const said = letters(mark.text);
      if (!known || !/\p{Script=Han}/u.test(said) || STANDS_FOR.test(said)) return [];
      // A name that was taken out stands as something else.
      if (
        story.withheld.some(({ as }) => mark.text.includes(as)) ||
        known.some((name) => isFormOf(mark.name, said, name))
      )
        return [];
      return [
        {
          ...{ line: mark.line, column: mark.column, rule: 'mark-words' },
          message: `<${mark.name} id="${mark.id}"> 里的“${mark.text.slice(0, 20)}”不是“${known[0]}”的叫法`,
          cure:
            mark.name === 'Person'
              ? '改正 id，或把标记移到写着这个人的字上'
              : '改正 id，或把标记移到写着这一处的字上；是它的别名，写进登记的 aliases',
        },
      ];
    });
}
