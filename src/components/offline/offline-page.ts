import * as archive from '#archive';
import { OFFLINE } from '#words/offline.ts';
import { T } from '#words/site.ts';
import { path } from '../../lib/urls.ts';
import type { State } from '../../offline/types.ts';
import { part } from '../parts.ts';
import { h } from '../search/dom.ts';
import { needsAsking, sizeText } from './size.ts';
import { askSave, askState, findWorker, isOff, titlesOf, turnOff, turnOn } from './worker-channel.ts';

/** Pages that are named, of each kind. */
const NAMED = 100;

/** Says what is kept on this device, saves all of it or removes it. */
export function startOfflinePage(page: ParentNode): void {
  const panel = new Panel(part(page, '.offline'));
  void panel.start();
}

class Panel {
  readonly #root: HTMLElement;
  #state: State | null = null;
  #isStopped = false;

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  async start(): Promise<void> {
    // Shown in place of a page that is not kept.
    const isMissing = location.pathname !== path('offline/');
    this.#part('missing').hidden = !isMissing;
    for (const name of ['status', 'choices']) this.#part(name).hidden = isMissing;
    this.#root.addEventListener('click', ({ target }) => {
      const act = target instanceof Element ? target.closest<HTMLElement>('[data-act]')?.dataset.act : undefined;
      if (act) void this.#act(act);
    });
    await this.#show();
    // A first worker is only now being made ready; a newer one takes the place of another.
    navigator.serviceWorker?.addEventListener('controllerchange', () => void this.#show());
  }

  async #act(act: string): Promise<void> {
    if (act === 'again') location.reload();
    else if (act === 'stop') this.#isStopped = true;
    else if (act === 'no') this.#ask(false);
    else if (act === 'yes') await this.#save();
    else if (act === 'save') await (this.#state && needsAsking(this.#state) ? this.#ask(true) : this.#save());
    else if (act === 'remove') await this.#remove();
    else {
      turnOn();
      location.reload();
    }
  }

  async #remove(): Promise<void> {
    try {
      await turnOff();
      await this.#show();
      this.#button('on').focus();
    } catch {
      this.#say(OFFLINE.unable);
    }
  }

  /** Says how things are. */
  async #show(said?: (kept: number) => string): Promise<void> {
    let off = false;
    let none: string = OFFLINE.preparing;
    this.#state = null;
    try {
      off = isOff();
      if (off) none = OFFLINE.off;
      const worker = off ? null : await findWorker();
      this.#state = worker && (await askState(worker));
    } catch {
      none = OFFLINE.unable;
    }
    const state = this.#state;
    this.#offer({ save: state !== null && !state.whole, remove: state !== null, on: off });
    // Room is kept for the buttons until it is known which there are; where there are none, what stands below stays.
    if (state || off) delete this.#part('choices').dataset.waiting;
    this.#ask(false);
    await this.#list(state);
    if (!state) this.#say(none);
    else if (said) this.#say(said(state.kept.length));
    else if (state.whole) this.#say(OFFLINE.whole(state.pages, state.stories));
    else this.#say(OFFLINE.state(state.kept.length, state.pages));
  }

  /** Step by step, so that it can be stopped and no step takes longer than a browser gives to a worker. */
  async #save(): Promise<void> {
    const worker = await findWorker().catch(() => null);
    if (!worker || !this.#state) return;
    const { steps } = this.#state;
    const bar = part(this.#part('progress'), 'progress', HTMLProgressElement);
    this.#isStopped = false;
    this.#ask(false);
    this.#offer({ save: false, remove: false, on: false });
    this.#part('progress').hidden = false;
    this.#button('stop').focus();
    this.#say(OFFLINE.saving);
    let said: ((kept: number) => string) | undefined;
    for (let step = 0; step < steps && !said; step++) {
      bar.value = step / steps;
      const { failed } = await askSave(worker, step);
      if (failed) said = OFFLINE.failed[failed];
      else if (this.#isStopped && step + 1 < steps) said = OFFLINE.stopped;
    }
    const hadFocus = document.activeElement === this.#button('stop');
    await this.#show(said);
    // What had it is gone.
    if (hadFocus) this.#button(this.#state?.whole ? 'remove' : 'save').focus();
    this.#part('progress').hidden = true;
  }

  #ask(isAsked: boolean): void {
    const question = this.#part('question');
    const wasAsked = !question.hidden;
    question.hidden = !isAsked;
    if (isAsked && this.#state) {
      const { stories, transfer, stored } = this.#state;
      this.#part('asked').textContent = OFFLINE.ask(stories, sizeText(transfer), sizeText(stored));
      part(question, '[data-act="yes"]').focus();
    } else if (wasAsked) this.#button('save').focus();
  }

  #offer(offers: { save: boolean; remove: boolean; on: boolean }): void {
    for (const [name, isOffered] of Object.entries(offers)) this.#button(name).hidden = !isOffered;
    if (this.#state) this.#button('save').textContent = OFFLINE.save(sizeText(this.#state.transfer));
  }

  /** What can be read without a network: stories first. */
  async #list(state: State | null): Promise<void> {
    const kept = (state?.kept ?? []).filter((one) => one !== 'offline/');
    this.#part('list').hidden = kept.length === 0;
    const isStory = (one: string) => /^stories\/./.test(one);
    const lists = [
      [OFFLINE.stories, kept.filter(isStory)],
      [OFFLINE.others, kept.filter((one) => !isStory(one))],
    ] as const;
    const shown: HTMLElement[] = [];
    for (const [name, paths] of lists) {
      if (!state || paths.length === 0) continue;
      const titles = await titlesOf(state.cache, paths.slice(0, NAMED)).catch(() => new Map<string, string>());
      const items = [...titles].map(([one, title]) =>
        h('li', {}, h('a', { href: path(one) }, one === '' ? T.toFront : title.replace(` · ${archive.name}`, ''))),
      );
      const rest = paths.length - titles.size;
      shown.push(h('h3', {}, name), h('ul', {}, ...items, rest > 0 && h('li', {}, OFFLINE.more(rest))));
    }
    this.#part('pages').replaceChildren(...shown);
  }

  #say(text: string): void {
    const status = this.#part('status');
    if (status.textContent !== text) status.textContent = text;
  }

  #part = (name: string): HTMLElement => part(this.#root, `[data-part="${name}"]`);
  #button = (name: string): HTMLElement => part(this.#root, `[data-act="${name}"]`);
}
