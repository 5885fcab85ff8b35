import type { APIRoute } from 'astro';
import { getHoldings } from '../../../site/content.ts';
import type { Story } from '../../../site/model.ts';
import type { StoryRecord } from '../../../site/record.ts';
import { STORY_FORMS, type StoryForm, storyFile } from '../../../site/story-forms.ts';

/** A story as data and as plain Markdown. */
export async function getStaticPaths() {
  const { stories, records } = await getHoldings();
  return stories.flatMap((story, at) =>
    Object.keys(STORY_FORMS).map((form) => ({
      params: { slug: story.slug, form },
      props: { story, record: records[at] as StoryRecord },
    })),
  );
}

export const GET: APIRoute<{ story: Story; record: StoryRecord }, { form: string }> = async ({ props, params }) => {
  const form = params.form as StoryForm;
  return new Response(storyFile(props.story, props.record, await getHoldings(), form), {
    headers: { 'Content-Type': STORY_FORMS[form] },
  });
};
