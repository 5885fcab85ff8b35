import { z } from 'astro/zod';
import { edtfProblem } from '../dates/edtf.ts';

/** Says in one Chinese sentence what is wrong with a field, for editors who never see a stack trace. */
export function explainIssue(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined && issue.code !== 'custom') return '没有填写';
  if (issue.input === null && issue.code === 'invalid_type')
    return `没有填写${issue.expected === 'string' ? '；文字以 # 或 & 开头的，加上引号' : ''}`;
  if (issue.input === null && issue.code === 'invalid_union') return '没有填写';
  if (issue.code === 'unrecognized_keys') return `不认识的栏目：${issue.keys.join('、')}`;
  if (issue.code === 'invalid_value') return `只能是 ${issue.values.map(String).join('、')} 之一`;
  if (issue.code === 'invalid_type') return wrongType(issue.expected);
  if (issue.code === 'too_small') return `太短：至少 ${issue.minimum} ${issue.origin === 'array' ? '项' : '个字'}`;
  if (issue.code === 'too_big') return `太长：最多 ${issue.maximum} ${issue.origin === 'array' ? '项' : '个字'}`;
  return undefined;
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: '应是文字；日期和纯数字请加引号',
  number: '应是数字，不要加引号',
  boolean: '应是 true 或 false',
  array: '应是列表，写成 [甲, 乙] 或每行一个“- 甲”',
  object: '应是几行“名称: 值”',
};

function wrongType(expected: string): string {
  return EXPECTED[expected] ?? `类型不对，应是 ${expected}`;
}

/** What a field should be, in words of its own; of one that was left out it is said that it was. */
export const orMissing =
  (words: string) =>
  ({ input }: { input?: unknown }): string | undefined =>
    input === undefined || input === null ? undefined : words;

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Whether a text is an id as `idSchema` wants it. */
export const isId = (text: string): boolean => ID.test(text);

/** An id: ASCII words joined by hyphens, so that it can stand in a URL. It starts with a letter: `5+2` would become `52`. */
export const idSchema = z.string().regex(ID, {
  error: '编号只用小写字母、数字和连字符，以字母开头，例如 chen-hao',
});

/** Text that says something: trimmed and not empty. */
export const textSchema = z.string().trim().min(1, { error: '不能为空' });

/** Signs that are as wide as a Han character. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6\u2014\u2018-\u201D\u2026\p{Script=Han}]/u;

/** How wide a text is as readers see it, in Han characters: letters, digits and blanks are half as wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, sign) => width + (WIDE.test(sign) ? 1 : 0.5), 0);

/** Why a text is longer than a line has room for, in Chinese; null where it is not. */
export const tooWide = (text: string, most: number): string | null =>
  widthOf(text) <= most
    ? null
    : `太长：最多 ${most} 个字${[...text].every((sign) => WIDE.test(sign)) ? '' : '，两个拉丁字母算一个字'}`;

/** Text that says something in so many Han characters, or twice as many letters. */
export const upTo = (most: number, least = 1) =>
  (least > 1 ? textSchema.min(least) : textSchema)
    .superRefine((text, context) => {
      const message = tooWide(text, most);
      if (message) context.addIssue({ code: 'custom', message });
    })
    // Programs of editors count signs, and so may allow only what no text of that width exceeds.
    .meta({ maxLength: 2 * most });

function refuseUnreal(text: string, context: z.core.$RefinementCtx): void {
  const problem = edtfProblem(text);
  if (problem) context.addIssue({ code: 'custom', message: problem });
}

/** A date as EDTF (ISO 8601-2), always quoted in YAML. */
export const edtfSchema = z.string().superRefine(refuseUnreal);

/** A calendar day `YYYY-MM-DD`, quoted in YAML. */
export const daySchema = z
  .string()
  .regex(/^[12]\d{3}-\d{2}-\d{2}$/, { error: '应写成 "2026-12-01" 这样的“年-月-日”' })
  .superRefine(refuseUnreal);

/** Whether the source states a date or we infer it. */
export const basisSchema = z.enum(['stated', 'inferred']);

/** What an inference rests on, in short words: 同版文章, 网页更新日期. */
export const groundSchema = textSchema.max(30);

/** A time as the source prints it: 2019 年底, 今年以来. */
export const printedSchema = textSchema.max(20);

/** Whether any part of an EDTF date is marked as uncertain, and so as inferred. */
export const isMarkedInferred = (date: string | null): boolean => date !== null && /[?%]/.test(date);

/** `within`: a moment somewhere inside the interval, never drawn as a bar. */
export const extentSchema = z.literal('within');

/** GB/T 2260 code of a county-level division: six digits, quoted in YAML. */
export const codeSchema = z
  .string()
  .regex(/^\d{6}$/, { error: '应是六位行政区划代码，例如 "411003"' })
  // A province, a prefecture or what a province governs itself, a county; 99 is for what is invented.
  .regex(/^(?:(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])(?:[0-6]\d|70|90)\d{2}|99\d{4})$|^(?!\d{6}$)/, {
    error: '没有这样的行政区划代码：前两位是省（11—65、71、81、82），再两位是地市（00—70、90）',
  });

const POINT_FORM = '应写成 [经度, 纬度]，例如 [113.84, 34.12]、[-122.42, 37.77]';
const isOnEarth = (longitude: number, latitude: number) => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

/** WGS 84 point anywhere on earth, [longitude, latitude] in degrees; west and south are negative. */
export const pointSchema = z
  // As one rule, so that two numbers in the wrong order are one fault; editors' programs are told the bounds all the same.
  .tuple([z.number().meta({ minimum: -180, maximum: 180 }), z.number().meta({ minimum: -90, maximum: 90 })], {
    error: orMissing(POINT_FORM),
  })
  .superRefine(([longitude, latitude], context) => {
    if (isOnEarth(longitude, latitude)) return;
    const message = isOnEarth(latitude, longitude)
      ? `经度和纬度写反了：是不是 [${latitude}, ${longitude}]？先写经度（-180 到 180），再写纬度（-90 到 90）`
      : '不在地球上：先写经度（-180 到 180，西经为负），再写纬度（-90 到 90，南纬为负），例如 [113.84, 34.12]';
    context.addIssue({ code: 'custom', message });
  });
