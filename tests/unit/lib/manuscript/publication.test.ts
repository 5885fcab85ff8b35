import { describe, expect, test } from 'vitest';
import { readYaml } from '../../../../src/lib/manuscript/frontmatter.ts';
import { isOnSite, isPlanned, isPublic, publicationOf } from '../../../../src/lib/manuscript/publication.ts';

const DAY = '2027-01-02';
const of = (yaml: string) => publicationOf(readYaml(yaml, 1));

describe('what readers may see on a day', () => {
  test.each([
    ['a published story', { status: 'published' }, true],
    ['a published story with a day that is long in coming', { status: 'published', scheduledFor: '2099-01-01' }, true],
    ['a story whose day it is', { status: 'scheduled', scheduledFor: '2027-01-02' }, true],
    ['a story whose day is past', { status: 'scheduled', scheduledFor: '2026-12-31' }, true],
    ['a story whose day is tomorrow', { status: 'scheduled', scheduledFor: '2027-01-03' }, false],
    ['a story for no day', { status: 'scheduled', scheduledFor: null }, false],
    ['a story for a day that was forgotten', { status: 'scheduled' }, false],
    ['a draft', { status: 'draft', scheduledFor: '2026-12-31' }, false],
    ['a retired story', { status: 'retired' }, false],
    ['a story that says nothing', { status: null }, false],
  ])('%s: %o', (_, publication, isSeen) => {
    expect(isPublic(publication, DAY)).toBe(isSeen);
  });
});

describe('what is planned', () => {
  test('is published, or will be', () => {
    const planned = ['published', 'scheduled', 'draft', 'retired', null].filter((status) => isPlanned({ status }));
    expect(planned).toEqual(['published', 'scheduled']);
  });
});

describe('what belongs on the site', () => {
  test.each([
    ['a published story', 'status: published', true],
    ['a draft', 'status: draft', false],
    ['a retired story', 'status: retired', false],
    ['a story whose day has come', 'status: scheduled\nscheduledFor: "2027-01-02"', true],
    ['a story whose day is to come', 'status: scheduled\nscheduledFor: "2027-01-03"', false],
    ['a state that there is not, so that the check refuses it', 'status: done', true],
    ['no state, so that the check refuses it', 'title: 一', true],
    ['a draft that cannot be read, so that the check refuses it', 'status: draft\ntitle: "一', true],
  ])('%s', (_, yaml, isThere) => {
    expect(isOnSite(of(yaml), DAY)).toBe(isThere);
  });
});
