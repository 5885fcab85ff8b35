import type { County, Story } from '../../lib/content.ts';

/** A county's stories and how many figures they hold, in the order of the stories. */
export function groupByCounty(stories: readonly Story[]): { county: County; stories: Story[]; count: number }[] {
  return [...Map.groupBy(stories, (story) => story.county)].map(([county, some]) => ({
    county,
    stories: some,
    count: some.flatMap(({ figures }) => figures).length,
  }));
}

/** Where a county's figures begin on the page of figures. */
export const countyAnchor = ({ id }: County): string => `county-${id}`;
