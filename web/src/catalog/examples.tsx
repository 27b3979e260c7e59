// Every part in every state, for the catalog's page and its test. Keys of `EXAMPLES` are the files of `src/parts`.
import { type ReactNode, useState } from "react";
import { ApiError } from "../api.ts";
import type { ClientPage, ClientSession } from "../documents.ts";
import type { WaitingEdit } from "../outbox/waiting-edit.ts";
import { ArtDirection } from "../parts/art-direction.tsx";
import { Bubble } from "../parts/bubble.tsx";
import { Choice } from "../parts/choice.tsx";
import { ConfirmDialog, Dialog } from "../parts/dialog.tsx";
import DirectionHint from "../parts/direction-hint.tsx";
import { Downloads } from "../parts/downloads.tsx";
import FormatList from "../parts/format-list.tsx";
import { More } from "../parts/more.tsx";
import { OperatorsNotice } from "../parts/operators-notice.tsx";
import { OptionCards } from "../parts/option-cards.tsx";
import { PageTabs } from "../parts/page-tabs.tsx";
import { Portrait } from "../parts/portrait.tsx";
import { RefusedList } from "../parts/refused-edits.tsx";
import { Rows } from "../parts/rows.tsx";
import { SentenceField } from "../parts/sentence-field.tsx";
import { Share } from "../parts/share.tsx";
import { Sheets } from "../parts/sheets.tsx";
import { Failed, Loading, Trouble } from "../parts/states.tsx";
import { Steps } from "../parts/steps.tsx";
import { StopChange } from "../parts/stop-change.tsx";
import { StylePicker } from "../parts/style-picker.tsx";
import { TileChoice } from "../parts/tile-choice.tsx";
import { Unopened } from "../parts/unopened.tsx";
import { WordField } from "../parts/word-field.tsx";
import { WordsField } from "../parts/words-field.tsx";

type States = Readonly<Record<string, () => ReactNode>>;

const BOOK = {
  ...{ sessionId: "example", title: "Rain", status: "completed", version: 3, visibility: "private" },
  ...{ params: { language: "en", models: { reader: "offline", artist: "offline" } }, exports: {} },
} as unknown as ClientSession;
/** A book whose change is being made: its cover is there already. */
const CHANGING = { ...BOOK, status: "running", cover: "c0" } as ClientSession;
const SHARED: ClientSession = { ...BOOK, visibility: "unlisted" };

const pages = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      ({
        number: index + 1,
        seq: 1,
        state: "done",
        panels: [],
        texts: [{ id: "k1/w1", text: "Wait." }],
      }) as unknown as ClientPage,
  );

const edit = (id: string, content: WaitingEdit["content"], refusal: WaitingEdit["refusal"]) =>
  ({
    ...{ id, key: id, account: "a", sessionId: "example", tab: "t", order: 1, version: 3, state: "refused" },
    ...{ content, refusal },
  }) as WaitingEdit;
const LINE: WaitingEdit["content"] = {
  kind: "texts",
  texts: [{ page: 1, id: "k1/w1", text: "Stay here.", was: { text: ["Wait."] } }],
};

/** A drawn example picture, as an address. */
const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 80"><rect width="60" height="80" fill="#ddd"/><circle cx="30" cy="30" r="14" fill="#fff" stroke="#111" stroke-width="2"/><path d="M10 80c0-24 40-24 40 0" fill="#444"/></svg>',
)}`;

const nothing = () => {};

/** Keeps the value of a part that does not keep its own. */
function Kept<Value>({
  first,
  children,
}: {
  first: Value;
  children: (value: Value, set: (value: Value) => void) => ReactNode;
}) {
  const [value, setValue] = useState(first);
  return children(value, setValue);
}

const words = (first: string, field: "worn" | undefined) => (
  <Kept first={first as string | undefined}>
    {(value, set) => <WordField label="Wears" {...(field && { field })} value={value} onChange={set} />}
  </Kept>
);

const TABS = { pages: pages(5), at: 2, isBusy: () => false, onChoose: nothing };
const SHEETS = [
  { name: "style", hash: "s", of: "style" },
  { name: "c1.o2", hash: "o", of: "outfit", character: "c1", outfit: 2 },
  { name: "place.l1", hash: "p", of: "place", number: 1, place: undefined },
] as const;

export const EXAMPLES: Readonly<Record<string, States>> = {
  "art-direction": {
    empty: () => <ArtDirection value={undefined} isDrawnOffline={false} onChange={nothing} />,
    "with words": () => (
      <Kept first={"thin lines, much white" as string | undefined}>
        {(value, set) => <ArtDirection value={value} isDrawnOffline onChange={set} />}
      </Kept>
    ),
  },
  bubble: {
    plain: () => <Bubble title="Nothing here yet." />,
    "with a sound and a button": () => (
      <Bubble sound="シーン…" title="Nothing here yet.">
        <button type="button" className="button">
          Begin
        </button>
      </Bubble>
    ),
    alert: () => <Bubble isAlert sound="ガーン" title="That did not work." />,
  },
  choice: {
    two: () => (
      <Kept<"a" | "b"> first="a">
        {(value, set) => (
          <Choice
            label="Colour"
            value={value}
            options={[
              ["a", "Black and white"],
              ["b", "Colour"],
            ]}
            onChoose={set}
          />
        )}
      </Kept>
    ),
    "only one": () => (
      <Choice label="Colour" value="a" options={[["a", "Black and white"]]} onChoose={nothing} />
    ),
  },
  dialog: {
    open: () => (
      <Opened label="Open a dialog">
        {(close) => (
          <Dialog label="A dialog" onClose={close}>
            <p>Its content.</p>
          </Dialog>
        )}
      </Opened>
    ),
    question: () => (
      <Opened label="Ask">
        {(close) => (
          <ConfirmDialog question="Leave without saving?" yes="Leave" no="Stay" onYes={close} onNo={close} />
        )}
      </Opened>
    ),
  },
  "direction-hint": { shown: () => <DirectionHint /> },
  downloads: { closed: () => <Downloads session={BOOK} /> },
  "format-list": { ready: () => <FormatList session={BOOK} /> },
  more: { closed: () => <More>{() => <p>Further fields.</p>}</More> },
  "operators-notice": {
    withdrawn: () => <OperatorsNotice withdrawn={{ at: "2026-12-01T10:00:00Z", reason: "A real name." }} />,
    opened: () => <OperatorsNotice openings={[{ at: "2026-12-01T10:00:00Z", reason: "A court’s order." }]} />,
  },
  "option-cards": {
    "one chosen": () => (
      <Kept<"a" | "b" | "c"> first="a">
        {(value, set) => (
          <OptionCards
            label="They may"
            name="option-cards"
            value={value}
            options={[
              { value: "a", title: "Read", hint: "The pages and the comments." },
              { value: "b", title: "Comment", hint: "And pin comments to panels." },
              { value: "c", title: "Edit", hint: "And change the book." },
            ]}
            onChoose={set}
          />
        )}
      </Kept>
    ),
    "none chosen": () => (
      <OptionCards
        label="Why"
        name="option-cards-none"
        value={undefined}
        options={[{ value: "a", title: "Copyright", hint: "It is somebody else's." }]}
        onChoose={nothing}
      />
    ),
  },
  "page-tabs": {
    plain: () => <PageTabs {...TABS} />,
    "busy, changed and marked": () => (
      <PageTabs
        {...TABS}
        isBusy={({ number }) => number === 1}
        isChanged={({ number }) => number === 3}
        markOf={({ number }) => (number === 4 ? "Page 4, a guess" : undefined)}
      />
    ),
    "a hundred pages": () => <PageTabs {...TABS} pages={pages(100)} at={57} />,
  },
  portrait: {
    made: () => <Portrait url={PICTURE} name="Mina" />,
    "being made": () => <Portrait url={undefined} name="Mina" reached={{ done: 7, total: 20 }} />,
    waiting: () => <Portrait url={undefined} name="Mina" />,
    sheet: () => <Portrait url={PICTURE} name="Mina" isSheet />,
  },
  "refused-edits": {
    "a line and a storyboard": () => (
      <RefusedList
        language="en"
        pages={pages(1)}
        refused={[
          edit("e1", LINE, { why: "conflict", theirs: { text: "Wait." } }),
          edit(
            "e2",
            { kind: "board", page: 2, base: "b", from: [], panels: [] },
            { why: "moved", current: 4 },
          ),
        ]}
      />
    ),
  },
  rows: {
    two: () => (
      <Kept first={["a lamp", "a chair"]}>
        {(rows, set) => (
          <Rows
            {...{ legend: "Things", rows, most: 3, addLabel: "Add a thing", newRow: () => "", onChange: set }}
            removeLabel={(n) => `Remove thing ${n}`}
          >
            {(row, change, n) => (
              <label className="field">
                <span>{`Thing ${n}`}</span>
                <input value={row} onChange={({ target }) => change(target.value)} />
              </label>
            )}
          </Rows>
        )}
      </Kept>
    ),
    none: () => (
      <Rows
        {...{
          legend: "Things",
          rows: [],
          most: 3,
          addLabel: "Add a thing",
          newRow: () => "",
          onChange: nothing,
        }}
        removeLabel={(n) => `Remove thing ${n}`}
      >
        {() => null}
      </Rows>
    ),
  },
  "sentence-field": {
    plain: () => (
      <Kept first="A girl waits in the rain.">
        {(value, set) => <SentenceField label="What happens" value={value} most={200} onChange={set} />}
      </Kept>
    ),
    "with a hint": () => (
      <SentenceField label="What happens" value="" hint="At most one sentence." onChange={nothing} />
    ),
  },
  share: {
    private: () => <Share session={BOOK} onChange={nothing} />,
    shared: () => <Share session={SHARED} onChange={nothing} />,
  },
  sheets: {
    "made and awaited": () => (
      <Sheets
        sheets={SHEETS}
        urls={
          new Map([
            ["s", PICTURE],
            ["p", PICTURE],
          ])
        }
        nameOf={() => "Mina"}
        language="en"
      />
    ),
  },
  states: {
    loading: () => <Loading />,
    failed: () => <Failed error={new Error("the connection was lost")} onAgain={nothing} />,
    trouble: () => (
      <Trouble
        error={
          new ApiError("The page was changed meanwhile.", { status: 409, code: "conflict", retryAfter: 0 })
        }
      />
    ),
  },
  steps: { "in between": () => <Steps of="Portrait of Mina" reached={{ done: 3, total: 8 }} /> },
  "stop-change": {
    running: () => <StopChange session={CHANGING} />,
    stopped: () => <StopChange session={{ ...CHANGING, status: "cancelled" }} />,
  },
  "style-picker": {
    "with and without a picture": () => (
      <Kept first="manga">
        {(value, set) => (
          <StylePicker label="Style" styles={["manga", "own-style"]} value={value} onChoose={set} />
        )}
      </Kept>
    ),
  },
  "tile-choice": {
    "with notes, and one that cannot be chosen": () => (
      <Kept<"usual" | "airier" | "airiest"> first="usual">
        {(value, set) => (
          <TileChoice
            label="Page layout"
            value={value}
            options={[
              { value: "usual", label: "As the story needs", picture: "pages-usual", note: "8 pages" },
              { value: "airier", label: "Airier pages", picture: "pages-airier", note: "12 pages" },
              { value: "airiest", label: "Few large panels", picture: "pages-airiest", isOff: true },
            ]}
            size={[176, 248]}
            onChoose={set}
          />
        )}
      </Kept>
    ),
    "without a picture, and none chosen": () => (
      <TileChoice
        label="Doing"
        value={undefined}
        options={[
          { value: "stand", label: "stand", picture: "doing-stand" },
          { value: "own", label: "sharpens a scythe" },
        ]}
        size={[168, 168]}
        onChoose={nothing}
      />
    ),
  },
  unopened: {
    missing: () => <Unopened isMissing error={undefined} />,
    failed: () => <Unopened isMissing={false} error={new Error("the connection was lost")} />,
    loading: () => <Unopened isMissing={false} error={undefined} />,
  },
  "word-field": {
    empty: () => words("", "worn"),
    plain: () => words("coat", "worn"),
    free: () => words("anything", undefined),
  },
  "word-hints": { "drawn as another word": () => words("poncho", "worn") },
  "words-field": {
    plain: () => (
      <Kept first={["coat", "hat"] as readonly string[]}>
        {(value, set) => <WordsField label="Wears" field="worn" value={value} most={3} onChange={set} />}
      </Kept>
    ),
  },
};

function Opened({ label, children }: { label: string; children: (close: () => void) => ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {label}
      </button>
      {isOpen ? children(() => setOpen(false)) : null}
    </>
  );
}
