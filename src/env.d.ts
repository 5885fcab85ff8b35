declare namespace App {
  interface Locals {
    /** The story being rendered: the components of its text look their entries up here. */
    story?: import('./site/model.ts').Story;
    /** What a place lies in, below the county; null for one outside it. */
    trailOf?: (place: string) => string | null;
    /** What the drawings of its text are made of. */
    evidence?: import('./lib/drawing/evidence.ts').Evidence;
    /** Pictures of the text being rendered, by path inside the content folder. */
    pictures?: import('./site/model.ts').Story['pictures'];
  }
}

/** Address of the service worker; empty where there is none: outside of a build, and with OFFLINE=none. */
declare const __WORKER__: string;
