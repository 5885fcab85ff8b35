import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { isKnown, lacking } from '../../support/compat.ts';
import { sourcesOf } from '../../support/imports.ts';

// What no bundler lowers: things of the platform that the scripts of the pages use. The built files are looked at too
// (e2e/floor.spec.ts), but only here is it known what a name belongs to: `size` of a Map is old, of URLSearchParams not.

/** Used only where it is there: the module asks first, or hears of it from an engine that has it. */
const ASKED_FOR = /: (?:CSS\.highlights|Highlight(?:\.\w+)?|Intl\.Segmenter|Segmenter\.segment|Touch(?:Event)?\.\w+) /;

/** Stands in a module of which the pages are sent other parts; that it is not sent, e2e/floor.spec.ts holds. */
const NOT_SENT = ['src/lib/numbers/order.ts: Map.groupBy', 'src/lib/timeline/order.ts: Map.groupBy'];

/** What is called otherwise by MDN than by TypeScript. */
const OWNERS: Record<string, string> = {
  ReadonlyArray: 'Array',
  ReadonlyMap: 'Map',
  ReadonlySet: 'Set',
  ARIAMixin: 'Element',
  ParentNode: 'Element',
  ChildNode: 'Element',
  DocumentOrShadowRoot: 'Document',
  ElementCSSInlineStyle: 'HTMLElement',
  GlobalEventHandlers: 'Window',
};

/** Files that scripts of the pages begin with. */
function entries(): string[] {
  const islands: string[] = [];
  for (const [path, text] of sourcesOf('src')) {
    if (path.endsWith('.island.tsx')) islands.push(path);
    for (const [, script = ''] of path.endsWith('.astro') ? text.matchAll(/<script>([\s\S]*?)<\/script>/g) : [])
      for (const [, target = ''] of script.matchAll(/['"](\.[^'"]+\.ts)['"]/g))
        islands.push(join(dirname(path), target));
  }
  return [...new Set(islands)];
}

/** Uses of the platform in these files and all that they import, by what lacks them. */
function youngUses(roots: string[], planted = ''): string[] {
  const { config } = ts.readConfigFile('node_modules/astro/tsconfigs/strictest.json', ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, 'node_modules/astro/tsconfigs');
  const settings: ts.CompilerOptions = {
    ...options,
    jsx: ts.JsxEmit.ReactJSX,
    allowImportingTsExtensions: true,
    types: [],
    noEmit: true,
  };
  const host = ts.createCompilerHost(settings);
  const plant = resolve('src/planted.ts');
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === plant || fileExists.call(host, name);
  host.getSourceFile = (name, ...rest) =>
    name === plant
      ? ts.createSourceFile(name, planted, ts.ScriptTarget.ESNext)
      : getSourceFile.call(host, name, ...rest);
  const program = ts.createProgram(planted ? [plant] : roots.map((root) => resolve(root)), settings, host);
  const checker = program.getTypeChecker();
  const found = new Set<string>();
  for (const file of program.getSourceFiles()) {
    if (file.fileName.includes('/node_modules/')) continue;
    const visit = (node: ts.Node): void => {
      // Types are gone when the page comes.
      if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
      if (ts.isIdentifier(node))
        for (const path of pathsOf(checker.getSymbolAtLocation(node))) {
          const name = path
            .replace(/^(?:api|javascript\/builtins)\//, '')
            .replace('_static', '')
            .replaceAll('/', '.');
          const engines = lacking(path);
          const use = `${file.fileName.slice(resolve('.').length + 1)}: ${name}`;
          if (engines.length > 0 && !NOT_SENT.includes(use)) found.add(`${use} (${engines.join(', ')})`);
        }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return [...found].filter((use) => !ASKED_FOR.test(use)).sort();
}

/** MDN's addresses of what TypeScript's own library declares; none for all else. */
function pathsOf(symbol: ts.Symbol | undefined): string[] {
  const declarations = symbol?.declarations ?? [];
  if (!symbol || !declarations.every((each) => /\/typescript\/lib\/lib\.[^/]+$/.test(each.getSourceFile().fileName)))
    return [];
  const paths = declarations.flatMap((declaration) => {
    const { parent } = declaration;
    const holder = ts.isInterfaceDeclaration(parent) ? parent.name.text : '';
    const owner = holder.replace(/Constructor$/, '');
    const name = OWNERS[owner] ?? owner;
    const member = symbol.name;
    return (name ? [`${name}/${member}`, `${name}/${member}_static`] : [member, `Window/${member}`]).flatMap((path) => [
      `api/${path}`,
      `javascript/builtins/${path}`,
    ]);
  });
  return [...new Set(paths)].filter(isKnown);
}

describe('the scripts of the pages', () => {
  const roots = entries();
  test('are found', () => expect(roots.length).toBeGreaterThan(7));
  test('use nothing that an engine of the browser floor lacks, unless they ask first', () => {
    expect(youngUses(roots)).toEqual([]);
  });
});

describe('a planted use is found:', () => {
  test.each([
    ['Map.groupBy([1], (n) => n)', 'Map.groupBy'],
    ['[1].toSorted()', 'Array.toSorted'],
    ['([1] as readonly number[]).toReversed()', 'Array.toReversed'],
    ['new URLSearchParams().size', 'URLSearchParams.size'],
    ['document.body.checkVisibility()', 'Element.checkVisibility'],
    ["document.body.ariaCurrent = 'true'", 'Element.ariaCurrent'],
    ['structuredClone(1)', 'structuredClone'],
    ['document.adoptedStyleSheets', 'adoptedStyleSheets'],
    ['Object.groupBy([1], (n) => n)', 'Object.groupBy'],
  ])('%s', (text, name) => {
    expect(youngUses([], `export const a = () => { ${text}; };`).join()).toContain(name);
  });

  test('and nothing else', () => {
    expect(youngUses([], 'export const a = () => [new Map().size, [1].findLast((n) => n > 0), [1].at(-1)];')).toEqual(
      [],
    );
  });
});

test('the floor of a build is that of package.json', () => {
  expect(readFileSync('astro.config.mjs', 'utf8')).toContain('project.browserslist');
});
