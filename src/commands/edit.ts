// npm run edit: the site with drafts, and a form to edit stories in the browser. Ctrl-C ends it.
import { hasForm, SEPARATE_FORM } from '../edit/form-folder.ts';
import { needRepository } from '../editing/files/git.ts';
import { refuseSecond, serveDrafts } from './draft-server.ts';
import { openContent } from './open-content.ts';
import { provide } from './provide.ts';
import { readArguments, runCommand } from './terminal.ts';

const OPTIONS = { port: { type: 'string', default: '4321' }, debug: { type: 'boolean' } } as const;

await runCommand(async () => {
  const { values } = readArguments({ options: OPTIONS }, '用法：npm run edit -- [--port 4321]');
  // The form opens repositories and no other folders.
  const repository = needRepository(openContent().contentFolder);
  await refuseSecond();
  const { manifest, folder } = SEPARATE_FORM;
  if (!hasForm()) await provide(manifest, folder, '第一次用表单，先取它的程序（约 85 MB，只取一次）……');
  console.log(`用 Chrome 或 Edge 打开 http://localhost:${values.port}/edit/ ，按提示选这个文件夹：${repository}`);
  return serveDrafts(values.port, { EDIT_FORM: '1' });
});
