// npm run dev, npm run astro -- <command>: Astro with these arguments, reporting nothing to its makers.
import { runPackage } from './command.ts';
import { openContent } from './open-content.ts';
import { runCommand } from './terminal.ts';

/** What reads the archive: said before Astro would say it in its own way. */
const READING = ['dev', 'build', 'check', 'sync'];

await runCommand(async () => {
  const args = process.argv.slice(2);
  if (READING.includes(args[0] ?? '') && !args.includes('--help')) openContent();
  return (await runPackage('astro', args, { foreground: true })).code;
});
