// The story of a book, beside the book: the passages of the selected panel are marked. On a phone it is a bottom sheet.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { ask } from "../../api.ts";
import type { ClientPage, ClientSession, StoryboardPage } from "../../documents.ts";
import { Loading, Trouble } from "../../parts/states.tsx";
import { passagesOf, type UnitSpan, unitSpans } from "../../unit-spans.ts";
import { useWords } from "../../words/words.tsx";

interface StoryBesideProps {
  session: ClientSession;
  /** The current page and panel. */
  page?: ClientPage | undefined;
  chosen?: string | undefined;
}

export function StoryBeside(props: StoryBesideProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    <>
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        ref={opener}
        onClick={() => setOpen(!isOpen)}
      >
        {t("story.open")}
      </button>
      {isOpen ? <StorySheet {...props} onClose={close} /> : null}
    </>
  );
}

function StorySheet({ session, page, chosen, onClose }: StoryBesideProps & { onClose: () => void }) {
  const { t } = useWords();
  const { story, error } = useStory(session.sessionId);
  const marked = useUnits(session.sessionId, { page, chosen });
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => sheet.current?.focus(), []);
  return (
    <section
      className="story-sheet"
      aria-label={t("story.title")}
      tabIndex={-1}
      ref={sheet}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <header>
        <h2>{t("story.title")}</h2>
        <button type="button" className="button button-small" onClick={onClose}>
          {t("app.close")}
        </button>
      </header>
      {marked.size > 0 ? <p className="soft">{t("story.marked")}</p> : null}
      <Trouble error={error} />
      {story === undefined && error === undefined ? <Loading /> : null}
      {story === undefined ? null : <StoryText {...story} marked={marked} />}
    </section>
  );
}

interface Story {
  text: string;
  language: "ja" | "en";
  spans: readonly UnitSpan[];
}

function StoryText({ text, language, spans, marked }: Story & { marked: ReadonlySet<string> }) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls the marked passage into view.
  useEffect(() => {
    place.current?.querySelector("mark")?.scrollIntoView({ block: "center" });
  }, [marked]);
  const passages = passagesOf(text, spans, marked).map(
    ({ text: words, isMarked, start }): ReactNode =>
      isMarked ? <mark key={start}>{words}</mark> : <span key={start}>{words}</span>,
  );
  return (
    <div className="story-text" lang={language} ref={place}>
      {passages}
    </div>
  );
}

/** Requested when opened, and not stored. The service returns only the text; it is split into units here. */
function useStory(sessionId: string): { story: Story | undefined; error: unknown } {
  const [story, setStory] = useState<Story | undefined>(undefined);
  const [error, setError] = useState<unknown>(undefined);
  useEffect(() => {
    const stop = new AbortController();
    const read = async () => {
      const path = `/manga/sessions/${sessionId}/story`;
      const told = await ask<Pick<Story, "text" | "language">>("GET", path, { signal: stop.signal });
      const { segmentStory } = await import("../../../../lib/manga/segment.ts");
      setStory({ ...told, spans: unitSpans(told.text, segmentStory(told.text, told.language).units) });
    };
    read().catch((failed: unknown) => {
      if (!stop.signal.aborted) setError(failed);
    });
    return () => stop.abort();
  }, [sessionId]);
  return { story, error };
}

const NOTHING: ReadonlySet<string> = new Set();

/** The units that the selected panel shows; without one, those of its page. */
function useUnits(
  sessionId: string,
  { page, chosen }: Pick<StoryBesideProps, "page" | "chosen">,
): ReadonlySet<string> {
  const [panels, setPanels] = useState<StoryboardPage["panels"]>([]);
  const { number, storyboard } = page ?? {};
  useEffect(() => {
    if (number === undefined || storyboard === undefined) return;
    const stop = new AbortController();
    const path = `/manga/sessions/${sessionId}/pages/${number}/storyboard`;
    ask<StoryboardPage>("GET", path, { signal: stop.signal }).then(
      (board) => setPanels(board.panels),
      // Without the plot nothing is marked, but the story can be read.
      () => setPanels([]),
    );
    return () => stop.abort();
  }, [sessionId, number, storyboard]);
  const [units, setUnits] = useState(NOTHING);
  const wanted = panels.filter(({ id }) => chosen === undefined || id === chosen).flatMap((one) => one.units);
  if (wanted.join() !== [...units].join()) setUnits(new Set(wanted));
  return units;
}
