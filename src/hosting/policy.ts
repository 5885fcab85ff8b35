// The policy of a page stands in its head and binds it wherever it is opened. What only a header can say is who may put
// the page into a frame; a header with the rest binds what has no head, such as a drawing or a page in another's cache.

const META = /<meta http-equiv="content-security-policy" content="([^"]*)"/i;

/** The policy in the head of a page; null where it has none. */
export const metaPolicy = (html: string): string | null => META.exec(html)?.[1] ?? null;

/** Whether a page was made for frames on other sites. */
export const isEmbeddable = (html: string): boolean => /<html[^>]*\sdata-embeddable/i.test(html);

const withAncestors = (policy: string, embeddable: boolean): string =>
  `${policy.replace(/[;\s]+$/, '')};frame-ancestors ${embeddable ? '*' : "'none'"}`;

/** The header of one page: its own policy, and no frames but of pages made for them. Null for a page without policy. */
export function policyOf(html: string): string | null {
  const policy = metaPolicy(html);
  return policy && withAncestors(policy, isEmbeddable(html));
}

const directivesOf = (policy: string): [name: string, values: string[]][] =>
  policy.split(';').flatMap((directive) => {
    const [name, ...values] = directive.trim().split(/\s+/);
    return name ? [[name, values]] : [];
  });

/**
 * One policy that allows what any of these allow, and so changes nothing for a page that carries its own of them.
 * A directive that one of them lacks is left out: that one is not bound by it.
 */
export function joinPolicies(policies: readonly string[]): string {
  const all = policies.map((policy) => new Map(directivesOf(policy)));
  const names = [...new Set(all.flatMap((policy) => [...policy.keys()]))].filter((name) =>
    all.every((policy) => policy.has(name)),
  );
  return names
    .map((name) => {
      const values = [...new Set(all.flatMap((policy) => policy.get(name) ?? []))];
      const allowed = values.length > 1 ? values.filter((value) => value !== "'none'") : values;
      // Hashes last and in order: the same pages give the same line.
      const hashes = allowed.filter((value) => value.startsWith("'sha")).sort();
      return [name, ...allowed.filter((value) => !value.startsWith("'sha")), ...hashes].join(' ');
    })
    .join(';');
}

/** The header of many pages: one policy whose hashes are those of all of them. */
export const headerPolicy = (policies: readonly string[], embeddable: boolean): string =>
  withAncestors(joinPolicies(policies), embeddable);

/**
 * A policy without what differs from page to page, scripts and styles, and without what those would fall back to: for
 * hosts that take no long header. Each page's own policy binds them anyway.
 */
export const shortPolicy = (policy: string): string =>
  directivesOf(policy)
    .filter(([name]) => !/^(?:default|script|style)-src/.test(name))
    .map(([name, values]) => [name, ...values].join(' '))
    .join(';');
