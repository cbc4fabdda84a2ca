export const ENGLISH = { a: 'a' } as const;
