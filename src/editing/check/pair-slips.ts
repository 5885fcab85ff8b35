import { nearest } from '../../lib/manuscript/nearest.ts';

/** Where so many are amiss, none is a slip. */
const MOST_PAIRS = 10_000;

/**
 * Pairs marks that name no entry with entries that have no mark: a slip in an id is one fault, and is told at the mark.
 * A mark without id may be anyone's.
 */
export function pairSlips(strangers: readonly string[], untied: readonly string[], hasNameless: boolean) {
  const alone = strangers.length === 1 && untied.length === 1 ? untied[0] : undefined;
  const guessed = strangers.length * untied.length <= MOST_PAIRS ? untied : [];
  const guesses = new Map(strangers.map((id) => [id, nearest(id, guessed) ?? alone]));
  const told = new Set(hasNameless ? untied : guesses.values());
  const cureOf = (id: string, otherwise: string) => (guesses.get(id) ? `是不是 ${guesses.get(id)}？` : otherwise);
  return { guesses, told, cureOf };
}
