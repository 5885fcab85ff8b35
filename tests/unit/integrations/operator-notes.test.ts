import { describe, expect, test } from 'vitest';
import { notesOn } from '../../../src/integrations/operator-notes.ts';
import type { Publication } from '../../../src/lib/manuscript/publication.ts';
import { readConfig } from '../../../src/site/config.ts';

const on = (env: Record<string, string>, publications: readonly Partial<Publication>[] = [], hasOutlines = false) =>
  notesOn(
    readConfig({ SITE_DATE: '2026-12-01', ...env }),
    publications.map((own) => ({ status: null, scheduledFor: null, isCertain: true, ...own })),
    hasOutlines,
  );

describe('whoever builds is told', () => {
  test('that a site without an address is for this machine', () => {
    expect(on({}).address).toContain('SITE_URL');
    expect(on({ SITE_URL: '' }).address).not.toContain('localhost');
    expect(on({ SITE_URL: 'https://chronicle.example' }).address).toBeNull();
    // As npm start sets it, on purpose.
    expect(on({ SITE_URL: 'http://localhost:4322' }).address).toBeNull();
  });

  test('that readers of a site that is to be published find nobody to write to', () => {
    const SITE_URL = 'https://chronicle.example';
    expect(on({ SITE_URL }).contact).toMatch(/联系地址.*contact.*CONTACT_URL/);
    expect(on({ SITE_URL, CONTACT_URL: 'mailto:a@chronicle.example' }).contact).toBeNull();
    expect(on({}).contact).toBeNull();
    expect(on({ SITE_URL: 'http://localhost:4322' }).contact).toBeNull();
  });

  test('that outlines in public may need review, until somebody has chosen', () => {
    const SITE_URL = 'https://chronicle.example';
    expect(on({ SITE_URL }, [], true).outlines).toMatch(/MAP_OUTLINES=none/);
    expect(on({ SITE_URL }, [], false).outlines).toBeNull();
    expect(on({ SITE_URL, MAP_OUTLINES: 'none' }, [], true).outlines).toBeNull();
    expect(on({ SITE_URL, MAP_OUTLINES: 'reviewed.json' }, [], true).outlines).toBeNull();
    expect(on({}, [], true).outlines).toBeNull();
    expect(on({ SITE_URL: 'http://localhost:4322' }, [], true).outlines).toBeNull();
  });

  test('when the next build is due', () => {
    const scheduled = (scheduledFor: string) => ({ status: 'scheduled', scheduledFor });
    expect(on({}, [scheduled('2027-01-05'), scheduled('2026-12-10'), { status: 'draft' }]).scheduled).toMatch(
      /还有 2 篇.*2026-12-10/,
    );
    expect(on({}, [scheduled('2026-12-01'), { status: 'published', scheduledFor: '2027-01-01' }]).scheduled).toBeNull();
  });
});
