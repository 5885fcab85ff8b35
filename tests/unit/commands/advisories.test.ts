import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { run } from '../../../src/commands/command.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** Asks a registry that answers every question about weaknesses with this; undefined where it answers none. */
async function ask(advisories: object | undefined) {
  server = createServer((request, response) => {
    request.resume();
    const isQuestion = request.method === 'POST' && request.url?.endsWith('/advisories/bulk');
    if (isQuestion && advisories)
      response.setHeader('content-type', 'application/json').end(JSON.stringify(advisories));
    else response.writeHead(isQuestion ? 405 : 404).end('{}');
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return run(process.execPath, ['src/commands/advisories.ts'], {
    quiet: true,
    env: {
      npm_config_registry: registry,
      npm_config_fetch_retries: '0',
      npm_config_cache: `${registry.length}` && '/nonexistent',
    },
  });
}

describe('known weaknesses', () => {
  test('are none: the command is content', async () => {
    const { code, output } = await ask({});
    expect(code, output).toBe(0);
    expect(output.match(/没有已知漏洞/g)).toHaveLength(4);
  });

  test('are told with their names and where to read of them', async () => {
    const advisory = {
      id: 1,
      url: 'https://example.org/GHSA-1',
      title: 'A weakness',
      severity: 'high',
      vulnerable_versions: '*',
      cwe: [],
      cvss: { score: 8, vectorString: null },
    };
    const { code, output } = await ask({ leaflet: [advisory] });
    expect(code, output).toBe(1);
    expect(output).toContain('high leaflet：A weakness https://example.org/GHSA-1');
    expect(output).toContain('SECURITY.md');
  });

  test('are not said to be none where the registry does not answer', async () => {
    const { code, output } = await ask(undefined);
    expect(code, output).toBe(3);
    expect(output).toContain('没有问到');
    expect(output).not.toContain('没有已知漏洞');
  });
});
