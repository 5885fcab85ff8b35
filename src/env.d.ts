declare namespace App {
  interface Locals {
    /** The story being rendered: the components of its text look their entries up here. */
    story?: import('./site/model.ts').Story;
    /** The address of an entry of a register, by the name of its mark; undefined where it has none. */
    entryPath?: (mark: string, id: string) => string | undefined;
    /** What the drawings of its text are made of. */
    evidence?: import('./site/evidence.ts').Evidence;
    /** Pictures of the text being rendered, by path inside the content folder. */
    pictures?: import('./site/model.ts').Story['pictures'];
  }
}

/** Address of the service worker; empty where there is none: outside of a build, and with OFFLINE=none. */
declare const __WORKER__: string;
