import { describe, expect, test } from 'vitest';
import { isSafeUrl } from '../../../../src/lib/text/safe-url.ts';

describe('a link', () => {
  test.each([
    'https://example.cn/a?b=c#d',
    'http://example.cn/',
    'HTTPS://example.cn/',
    'mailto:a@example.cn',
    'tel:+861000000',
    '/stories/sample-story/',
    '#s-1',
    './map.jpg',
    'stories/a:b/',
    '1a:b',
    '/a//b',
    '',
  ])('may lead to the web, mail, telephone or this site: %s', (url) => expect(isSafeUrl(url)).toBe(true));

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'a+b.c-d1:x',
    'x:https:',
    'xhttps://example.cn/',
    'view-source:http://example.cn/',
    '//example.cn/',
    '/\\example.cn/',
    '\\\\example.cn/',
    'java\tscript:alert(1)',
    ' javascript:alert(1)',
    'https://example.cn/\n',
    'https://example.cn/ a',
    'https://example.cn/\u3000',
  ])('leads nowhere else, by no trick: %j', (url) => expect(isSafeUrl(url)).toBe(false));
});
