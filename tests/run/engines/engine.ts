/** A browser as the journey sees it: whatever drives it, it opens pages, runs functions in them and presses keys. */
export interface Engine {
  /** With its version, as it calls itself. */
  name: string;
  open(url: string): Promise<void>;
  /** Runs a function in the page; it may refer to nothing but its arguments, and return what JSON can hold. */
  run<Result, Args extends unknown[]>(task: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>;
  close(): Promise<void>;
}

/** A way to start one. */
export interface Launcher {
  label: string;
  /** Null where it is missing here; says what to install. */
  start(): Promise<Engine | null>;
  missing: string;
  /** Below the floor: pages are text, with one line that says so. */
  isOld?: boolean;
}

/** The text of a function with its arguments, as an expression. */
export const callOf = (task: (...args: never[]) => unknown, args: readonly unknown[]): string =>
  `(${task})(${args.map((arg) => JSON.stringify(arg)).join(',')})`;

const PATIENCE = 30_000;
const BETWEEN = 100;

/**
 * Waits until a function in the page gives something true.
 * @throws naming what was waited for
 */
export async function until<Args extends unknown[]>(
  engine: Engine,
  what: string,
  task: (...args: Args) => unknown,
  ...args: Args
): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    if (await engine.run(task, ...args)) return;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN));
  }
  throw new Error(`not within ${PATIENCE / 1000} s: ${what}`);
}
