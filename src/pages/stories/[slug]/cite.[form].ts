import type { APIRoute } from 'astro';
import { CITATION_FORMS, type CitationForm, citationFile } from '../../../site/citations.ts';
import { getStories } from '../../../site/content.ts';
import type { Story } from '../../../site/model.ts';
import { recordOf } from '../../../site/record.ts';

/** A story and what it is told from, as the references of a list: as text in four styles, BibTeX, RIS, CSL-JSON. */
export async function getStaticPaths() {
  const stories = await getStories();
  return stories.flatMap((story) =>
    Object.keys(CITATION_FORMS).map((form) => ({ params: { slug: story.slug, form }, props: { story } })),
  );
}

export const GET: APIRoute<{ story: Story }, { form: string }> = ({ props: { story }, params: { form }, site }) => {
  const known = form as CitationForm;
  return new Response(citationFile(recordOf(story, { origin: site?.origin ?? null }), known), {
    headers: { 'Content-Type': CITATION_FORMS[known] },
  });
};
