/** What stands under every map of this site: the outlines are sketches. */
export const MAP_CAPTION = '示意图，非测绘成果，界线仅示位置，不作为划界依据。';
