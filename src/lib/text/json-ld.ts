/** Data as the text of a `<script type="application/ld+json">`: no word of theirs can end the element. */
export const jsonLd = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');
