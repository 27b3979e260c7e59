// `<mekuri-reader>`: the element, its attributes, properties and events. README.md documents them.
import type { Direction, Manifest } from "../manifest.ts";
import type { BookEvents } from "./book-events.ts";
import { el } from "./dom.ts";
import { type OpenBook, openBook } from "./open-book.ts";
import { fetchManifest, parse, readManifest } from "./read-manifest.ts";
import { browserReadingState, MODES, type Mode, type ReadingStateStore } from "./reading-state.ts";
import { labelsOf, type Place } from "./spreads.ts";
import { STYLES } from "./styles.ts";
import { FITS, type Fit } from "./view-maths.ts";
import { translatorFor } from "./words.ts";

export type {
  Direction,
  Manifest,
  Page,
  Panel,
  Rendition,
  StripImage,
  StripPlace,
  Text,
} from "../manifest.ts";
export { LIMITS } from "../manifest.ts";
export type { BookEvents } from "./book-events.ts";
export { ManifestError, readManifest } from "./read-manifest.ts";
export type { Mode, ReadingState, ReadingStateStore } from "./reading-state.ts";
export { type Place, spreadsOf } from "./spreads.ts";
export type { Fit } from "./view-maths.ts";

/** Detail of each event. All events bubble and are composed. */
export interface ReaderEvents extends BookEvents {
  /** A manifest was read, and the book is open. */
  open: { manifest: Manifest };
  /** The manifest is invalid: the reason in a sentence. */
  fault: { error: Error };
}

export class MekuriReader extends HTMLElement {
  static readonly observedAttributes = ["src", "direction", "mode", "fit", "lang"];

  readonly #root = this.attachShadow({ mode: "open" });
  readonly #watcher = new ResizeObserver(() => this.#resize());
  #book: OpenBook | undefined;
  #manifest: Manifest | undefined;
  #given: { value: unknown; base: string } | undefined;
  #keeper: ReadingStateStore | undefined;
  #place: Place | undefined;
  #loading: AbortController | undefined;
  #isFocusWanted = false;

  constructor() {
    super();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
    this.#root.adoptedStyleSheets = [sheet];
  }

  connectedCallback(): void {
    this.#takeEarly();
    this.#watcher.observe(this);
    // While the document is still being parsed, children (an inline manifest) are not there yet.
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => this.isConnected && this.#load(), { once: true });
    } else this.#load();
  }

  /** Properties that a host set before the element was upgraded would shadow the class's accessors. */
  #takeEarly(): void {
    for (const name of ["keeper", "place", "page", "mode", "src", "manifest"] as const) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = Reflect.get(this, name);
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }

  disconnectedCallback(): void {
    this.#watcher.disconnect();
    this.#loading?.abort();
    this.#closeBook();
  }

  attributeChangedCallback(name: string, before: string | null, value: string | null): void {
    if (before === value || !this.isConnected) return;
    if (name === "src") {
      this.#place = undefined;
      this.#load();
    } else if (name === "lang") this.#open();
    else if (name === "mode" && isOf(MODES, value)) this.#book?.setMode(value);
    else if (name === "fit") this.#book?.setFit(isOf(FITS, value) ? value : "auto");
    else if (name === "direction") {
      const direction = this.#direction() ?? this.#manifest?.direction;
      if (direction !== undefined) this.#book?.setDirection(direction);
    }
  }

  /** The current manifest, with absolute addresses. Setting one (or its JSON as an object) replaces `src`. */
  get manifest(): Manifest | undefined {
    return this.#manifest;
  }
  set manifest(value: unknown) {
    this.#given = { value, base: document.baseURI };
    if (this.isConnected) this.#load();
  }

  /** Index of the current page. */
  get page(): number {
    return this.place.page;
  }
  set page(page: number) {
    this.place = { page };
  }

  /** Indexes of page and panel. If set before a book is open, the book opens there. */
  get place(): Place {
    return this.#book?.place() ?? this.#place ?? { page: 0 };
  }
  set place(place: Place) {
    this.#place = place;
    this.#book?.go(place);
  }

  get mode(): Mode {
    return (
      this.#book?.mode() ??
      (isOf(MODES, this.getAttribute("mode")) ? (this.getAttribute("mode") as Mode) : "spread")
    );
  }
  set mode(mode: Mode) {
    this.setAttribute("mode", mode);
    this.#book?.setMode(mode);
  }

  /** Store for place and bookmarks; default: `localStorage`. Must be set before the book is opened. */
  set keeper(keeper: ReadingStateStore | undefined) {
    this.#keeper = keeper;
  }

  next(): void {
    this.#book?.turn(1);
  }
  previous(): void {
    this.#book?.turn(-1);
  }

  /** Focuses the pages, as soon as they exist. */
  override focus(): void {
    this.#isFocusWanted = this.#book === undefined;
    this.#book?.focus();
  }

  #load(): void {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    if (this.#book === undefined) this.#notice(this.#say()("loading"));
    this.#read(loading.signal).then(
      (manifest) => {
        if (loading.signal.aborted || manifest === undefined) return;
        // The same book with new addresses keeps the current place.
        if (this.#book !== undefined && idOf(this.#manifest, this.src) === idOf(manifest, this.src))
          this.#place = this.place;
        this.#manifest = manifest;
        this.#open();
        this.#emit("open", { manifest });
      },
      (error: unknown) => {
        if (loading.signal.aborted) return;
        const known = error instanceof Error ? error : new Error(String(error));
        this.#closeBook();
        this.#notice(this.#say()("failed"), known.message);
        this.#emit("fault", { error: known });
      },
    );
  }

  /** The absolute address of the manifest. */
  get src(): string {
    const src = this.getAttribute("src");
    return src === null ? "" : new URL(src, document.baseURI).href;
  }
  set src(src: string) {
    this.setAttribute("src", src);
  }

  async #read(signal: AbortSignal): Promise<Manifest | undefined> {
    if (this.#given !== undefined) return readManifest(this.#given.value, this.#given.base);
    const inline = this.querySelector(':scope > script[type="application/json"]')?.textContent;
    if (inline) return readManifest(parse(inline), document.baseURI);
    return this.src === "" ? undefined : fetchManifest(this.src, signal);
  }

  #open(): void {
    const manifest = this.#manifest;
    if (manifest === undefined) return;
    const hadFocus = this.#root.activeElement !== null;
    const place = this.#place ?? this.#startOf(manifest);
    const mode = this.#book?.mode() ?? this.getAttribute("mode");
    this.#closeBook();
    const { clientWidth: width, clientHeight: height } = this;
    this.#book = openBook(
      {
        manifest,
        say: this.#say(),
        mode: isOf(MODES, mode) ? mode : undefined,
        direction: this.#direction(),
        fit: isOf(FITS, this.getAttribute("fit")) ? (this.getAttribute("fit") as Fit) : undefined,
        place,
        keeper: this.#keeper ?? browserReadingState(idOf(manifest, this.src)),
        size: { width, height },
      },
      (name, detail) => this.#emit(name, detail),
    );
    this.#root.replaceChildren(this.#book.element);
    this.#book.resize({ width, height });
    if (hadFocus || this.#isFocusWanted) this.#book.focus();
    this.#isFocusWanted = false;
  }

  /** The attribute `page` is a page's label. */
  #startOf({ pages }: Manifest): Place | undefined {
    const label = this.getAttribute("page");
    const page = label === null ? -1 : labelsOf(pages).indexOf(label);
    return page < 0 ? undefined : { page };
  }

  #closeBook(): void {
    if (this.#book === undefined) return;
    this.#place = this.#book.place();
    this.#book.close();
    this.#book = undefined;
  }

  #notice(text: string, detail = ""): void {
    const lines = detail === "" ? [] : [el("p", { class: "soft" }, detail)];
    this.#root.replaceChildren(el("div", { class: "notice", role: "status" }, el("p", {}, text), ...lines));
  }

  #resize(): void {
    const { clientWidth: width, clientHeight: height } = this;
    if (width > 0 && height > 0) this.#book?.resize({ width, height });
  }

  #direction(): Direction | undefined {
    const value = this.getAttribute("direction");
    return value === "rtl" || value === "ltr" ? value : undefined;
  }

  /** Language of the nearest `lang`, else the browser's. */
  #say() {
    return translatorFor(this.closest("[lang]")?.getAttribute("lang") || navigator.language);
  }

  #emit(name: keyof ReaderEvents, detail: ReaderEvents[keyof ReaderEvents]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function isOf<T extends string>(all: readonly T[], value: unknown): value is T {
  return all.some((one) => one === value);
}

function idOf(manifest: Manifest | undefined, src: string): string {
  return manifest?.id ?? (src === "" ? `${location.pathname}` : src.replace(/[?#].*$/, ""));
}

declare global {
  interface HTMLElementTagNameMap {
    "mekuri-reader": MekuriReader;
  }
}

if (customElements.get("mekuri-reader") === undefined) customElements.define("mekuri-reader", MekuriReader);
