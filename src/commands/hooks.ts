// npm run hooks: git checks what is staged before every commit.
import { git } from '../editing/files/git.ts';
import { EXIT, runCommand } from './terminal.ts';

await runCommand(() => {
  git(process.cwd(), 'config', 'core.hooksPath', '.githooks');
  console.log('好了：以后每次提交之前，会先检查稿件。');
  return EXIT.fine;
});
