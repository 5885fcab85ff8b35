import { expect, it, vi } from 'vitest';
import { complete, watchLosses } from '../../../src/search/losses.ts';

const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
watchLosses();
watchLosses();

const lose = async () => console.error('Failed to load the index chunk unk_1e3:', 404);

it('a search that loses a part of the index fails, the next one does not', async () => {
  await expect(complete(lose)).rejects.toThrow('A part of the index did not load');
  await expect(complete(async () => 7)).resolves.toBe(7);
  await expect(complete(lose)).rejects.toThrow('A part of the index did not load');
});

it('what else is said on the console fails no search, and is still said, once', async () => {
  printed.mockClear();
  const complain = async () => console.error('Saw: Failed to load the index chunk', 1);
  await expect(complete(complain)).resolves.toBeUndefined();
  await expect(complete(lose)).rejects.toThrow();
  expect(printed.mock.calls).toEqual([
    ['Saw: Failed to load the index chunk', 1],
    ['Failed to load the index chunk unk_1e3:', 404],
  ]);
});
