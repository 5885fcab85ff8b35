declare namespace App {
  interface Locals {
    /** The story being rendered: the components of its text look their entries up here. */
    story?: import('./site/content.ts').Story;
  }
}
