// npm run dev, npm run astro -- <command>: Astro with these arguments, reporting nothing to its makers.
import { runPackage } from './command.ts';

const { code } = await runPackage('astro', process.argv.slice(2), { foreground: true });
process.exitCode = code;
