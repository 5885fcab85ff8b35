/** What `import` writes where it could not decide; a person must. */
export const UNRESOLVED = '待确认';
