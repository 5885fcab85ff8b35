import type { Words } from '../complete.ts';
import { counted, number } from '../english.ts';
import type * as zh from '../zh-Hans/timeline.ts';
import { One, one, unitCount } from './unit.ts';

export const TIMELINE = {
  title: 'Timeline',
  description: (units) =>
    `Milestones of ${unitCount(units)} in order of time: dated as exactly as the source allows, with grounds where a date is inferred; what has no date is not put on the axis.`,
  lede: (total, undated): string =>
    `${counted.milestones(total)} in order of when they began, each linked to the sentence of ours that states it. Dates are as exact as the source, and inferred ones are marked${undated > 0 ? TIMELINE.undatedCount(undated) : ''}.`,
  undatedCount: (undated) =>
    `; the ${number(undated)} for which the original gives no time ${undated === 1 ? 'comes' : 'come'} last`,
  years: 'Find a year',
  drawing: 'Chart of milestones',
  legend: 'Key',
  list: 'List of milestones',
  openStart: 'Beginning unknown',
  undated: 'Date not stated',
  undatedText: (printed) => `Date not stated (the original says “${printed}”)`,
  rhythmText: (rhythm, printed) =>
    `${rhythm}${rhythm === printed ? '' : ` (the original says “${printed}”)`}, since when is not said`,
  undatedLede:
    'The original says no more than “recently” or “in recent years”. Without a date, nothing is put on the axis.',
  wordsIn: (title) => `In “${title}”`,
  hint: 'Choose a mark on the chart to see what it stands for.',
  onDrawing: 'Show on the chart',
  toList: 'Show in the list',
  filters: 'Filter milestones',
  all: 'All',
  choice: (label, count) => `${label} (${number(count)})`,
  clear: 'Clear filters',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomReset: 'All years',
  zoomGroup: 'Zoom',
  keys: `Keyboard, on the chart: left and right go from one milestone to the next, up and down to another ${one}, Home and End to the first and last; plus and minus zoom, Enter goes to the list, Esc leaves. Ctrl and the wheel, or two fingers, zoom too.`,
  inTimeline: (county) => `${county} on the timeline`,
  embedded: 'Embedded',
  embed: 'Embed in another site',
  embedLede: `Paste this code into a page to embed the timeline; it sets no cookie and asks nothing of third parties. Where a ${one} is chosen above, the code holds that one alone.`,
  embedCode: 'Code to embed',
  embedCopy: 'Copy the code',
  embedCopied: 'Code copied',
  embedTitle: (name) => `Timeline · ${name}`,
  attribution: 'Source',
} as const satisfies Words<typeof zh.TIMELINE>;

export const TIMELINE_FILTERS = {
  county: One,
  genre: 'Genre',
  practice: 'Related practice',
  certainty: 'Grounds of dates',
} as const satisfies Words<typeof zh.TIMELINE_FILTERS>;

export const CERTAINTIES = {
  stated: 'Stated',
  inferred: 'Inferred',
  undated: 'Not stated',
} as const satisfies Words<typeof zh.CERTAINTIES>;

export const TIMELINE_STATUS = {
  total: (total) => counted.milestones(total),
  found: (found, total) => `${number(found)} of ${counted.milestones(total)}`,
} as const satisfies Words<typeof zh.TIMELINE_STATUS>;

export const TIMELINE_LEGEND = {
  day: 'On a day',
  within: 'At some time within',
  span: 'Over a period',
  from: 'From then on, no end given',
  recurs: 'Repeatedly',
  doubtful: 'Date inferred or in doubt',
  planned: 'Planned',
} as const satisfies Words<typeof zh.TIMELINE_LEGEND>;
