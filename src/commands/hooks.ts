// npm run hooks: git checks what is staged before every commit, in the repository that the stories lie in.
import { connectHooks } from '../editing/files/connect.ts';
import { openContent } from './open-content.ts';
import { EXIT, runCommand } from './terminal.ts';

await runCommand(() => {
  console.log(connectHooks(openContent().contentFolder, process.cwd()));
  return EXIT.fine;
});
