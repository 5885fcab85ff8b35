/**
 * The forms that a text may draw its evidence in, with what each is told: ids of figures, milestones and places of the
 * story, or `slug/id` of another's, parted by blanks where there are several.
 */
export const FORMS = {
  /** Items that add up; the total as it is said beside the total as it is added. */
  Ledger: { figures: 'figures', total: 'figure?' },
  /** From one number to another of the same thing. */
  Growth: { from: 'figure', to: 'figure' },
  /** Events on a true axis of time, and how long it was. */
  Span: { milestones: 'milestones', length: 'figure?' },
  /** Like held against like. */
  Compare: { figures: 'figures' },
  /** Parts of a whole; percentages are their own. */
  Share: { parts: 'figures', whole: 'figure?' },
  /** A place within its county. */
  PlaceCard: { place: 'place' },
} as const satisfies Record<string, Record<string, Slot>>;

export type Slot = 'figure' | 'figure?' | 'figures' | 'milestones' | 'place';
export type FormName = keyof typeof FORMS;

/** What every form may be told besides: its heading, and the story whose ids these are where it is not this one. */
export const COMMON = ['title', 'story'] as const;

export const isForm = (name: string | null | undefined): name is FormName =>
  typeof name === 'string' && Object.hasOwn(FORMS, name);

/** All attributes of a form. */
export const attributesOfForm = (form: FormName): string[] => [...Object.keys(FORMS[form]), ...COMMON];

/** A drawing as a text asks for it. */
export interface DrawingRequest {
  form: FormName;
  /** As written. */
  attributes: Readonly<Record<string, string | undefined>>;
}

/** An id as an attribute names it. */
export interface Reference {
  id: string;
  /** Slug of the story that states it; null where it is the one that draws. */
  story: string | null;
}

/** The ids of an attribute, in order. */
export function referencesIn({ attributes }: DrawingRequest, name: string): Reference[] {
  const story = attributes.story?.trim() || null;
  const words = (attributes[name] ?? '').split(/\s+/).filter((word) => word !== '');
  return words.map((word) => {
    const at = word.indexOf('/');
    return at < 0 ? { id: word, story } : { id: word.slice(at + 1), story: word.slice(0, at) || null };
  });
}
