import { expect, test } from 'vitest';
import { headerPolicy, joinPolicies, policyOf } from '../../../src/hosting/policy.ts';

test('a joined policy allows what each of them allows, and no more', () => {
  expect(joinPolicies(["a 'self' 'sha256-b'; b 'none'", "a 'self' 'sha256-a' x;b 'self'"])).toBe(
    "a 'self' x 'sha256-a' 'sha256-b';b 'self'",
  );
  expect(joinPolicies(["a 'none'", "a 'none'"])).toBe("a 'none'");
  expect(joinPolicies(["a 'self';only 'none'", "a 'self'"])).toBe("a 'self'");
  expect(headerPolicy(["a 'none'"], false)).toBe("a 'none';frame-ancestors 'none'");
});

test('the header of a page is its own policy and who may frame it', () => {
  const page = (root: string) => `<html${root}><meta http-equiv="content-security-policy" content="a 'self';">`;
  expect(policyOf(page(''))).toBe("a 'self';frame-ancestors 'none'");
  expect(policyOf(page(' data-embeddable'))).toBe("a 'self';frame-ancestors *");
  expect(policyOf('<html>')).toBeNull();
});
