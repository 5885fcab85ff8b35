// npm run check: everything that is wrong with the content, in Chinese. Exit 0 fine, 1 content problems.
import { contentProblems } from '../build/content-guard.ts';

const problems = contentProblems();
for (const problem of problems) console.log(problem);
console.error(problems.length === 0 ? '稿件检查通过。' : `共 ${problems.length} 处错误。`);
process.exitCode = problems.length === 0 ? 0 : 1;
