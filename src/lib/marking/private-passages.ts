import { calledBySurname, hardshipIn, householdIn, oneHouseholdIn } from '../privacy/private-lives.ts';
import type { Passage } from './suggestion.ts';

/** Words by which a passage goes on telling of whom the one before told. */
const GOES_ON =
  /(?:^|[，。；：！？])(?:[她他](?!们)|其)|这[位户家]|这一[位户家]|[她他]家|姐妹|兄弟俩|夫妻俩|母子|母女|父子|父女/u;

/** The same, over passages that tell of others. */
const POINTS_BACK = /这[位户家](?!企业|公司|工厂|单位)/u;

/**
 * Which passages tell of private people, as far as words tell: what is stated there is suggested as private, since what is
 * marked so by mistake is found by its editor, and what is not stands in every list. A passage that goes on about them with
 * a pronoun is meant as well, up to the next heading.
 */
export function privatePassages(passages: readonly Passage[]): boolean[] {
  let [isPrivate, wasPrivate] = [false, false];
  return passages.map(({ kind, text }) => {
    if (kind === 'heading') {
      isPrivate = wasPrivate = false;
      return false;
    }
    const isOwn =
      calledBySurname(text) !== null ||
      oneHouseholdIn(text) !== null ||
      (householdIn(text) !== null && hardshipIn(text) !== null);
    isPrivate = isOwn || (isPrivate && GOES_ON.test(text)) || (wasPrivate && POINTS_BACK.test(text));
    wasPrivate ||= isPrivate;
    return isPrivate;
  });
}
