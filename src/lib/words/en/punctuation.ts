import type { Words } from '../complete.ts';
import type * as zh from '../zh-Hans/punctuation.ts';

export const LIST: Words<typeof zh.LIST> = ', ';
export const COMMA: Words<typeof zh.COMMA> = ', ';
export const SEMICOLON: Words<typeof zh.SEMICOLON> = '; ';
export const COLON: Words<typeof zh.COLON> = ': ';
export const STOP: Words<typeof zh.STOP> = '. ';
export const GAP: Words<typeof zh.GAP> = ' \u00a0';
export const DASH: Words<typeof zh.DASH> = '— ';
export const REMARK = ['[', ']'] as const satisfies Words<typeof zh.REMARK>;
