import type { z } from 'astro/zod';

/** Gives each field of a shape its words; a field without words, or words without a field, is a type error. */
export function explained<T extends z.ZodRawShape>(words: Record<keyof T, string>, shape: T): T {
  const fields = Object.entries(shape).map(([name, field]) => [name, (field as z.ZodType).describe(words[name] ?? '')]);
  return Object.fromEntries(fields) as T;
}
