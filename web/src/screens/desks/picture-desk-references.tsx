// A person's own reference pictures for one panel: added, ordered, and each with what it is for. They are sent when the person asks for the
// panel to be drawn with them.
import { type ChangeEvent, type FormEvent, useState } from "react";
import type { ClientSession } from "../../documents.ts";
import { readDraft, writeDraft } from "../../drafts.ts";
import { useUnsaved } from "../../unsaved.ts";
import type { Change } from "../../use-change.ts";
import { type PictureWords, usePictureWords } from "../../words/picture-words.ts";
import { EditCost, usePreview } from "../revise/edit-cost.tsx";
import { type PanelRequest, REFERENCE_USES, type ReferenceUse } from "../use-request.ts";
import { ActButton } from "./act-button.tsx";

/** A picture that is stored with the book, or a new one as a data URL. */
type Shown = { use: ReferenceUse; url: string; hash?: string };

const TYPES = ["image/png", "image/jpeg", "image/webp"];
const MOST_BYTES = 20_000_000;

interface PictureDeskReferencesProps {
  session: ClientSession;
  page: number;
  panel: string;
  request: PanelRequest;
  isBusy: boolean;
  change: Change;
}

export function PictureDeskReferences(props: PictureDeskReferencesProps) {
  const w = usePictureWords();
  const { artist, ownReferences = [] } = props.request;
  const isTaken = (artist.ownReferences ?? 0) > 0 || ownReferences.length > 0;
  return (
    <section className="koma picture-part">
      <h3 className="koma-label">{w("own.title")}</h3>
      {isTaken ? (
        <ReferenceForm {...props} />
      ) : (
        <p className="word-hint">{w(artist.readsPrompt ? "own.model" : "own.program")}</p>
      )}
    </section>
  );
}

function ReferenceForm({ session, page, panel, request, isBusy, change }: PictureDeskReferencesProps) {
  const w = usePictureWords();
  const { sessionId } = session;
  const { artist, ownReferences: stored = [] } = request;
  const most = artist.ownReferences ?? 0;
  const path = `/pages/${page}/panels/${panel}/references`;
  const draft = `book.${sessionId}${path}`;
  const [list, setList] = useState<readonly Shown[]>(() => asShown(readDraft(draft), stored) ?? stored);
  const [isKept, setKept] = useState(true);
  const [trouble, setTrouble] = useState("");
  const [isSent, setSent] = useState(false);
  const isChanged = toldOf(list) !== toldOf(stored);
  useUnsaved(isChanged && !isKept);
  const isWanted = isChanged && !isSent && !isBusy;
  const whyNotDrawn = !isChanged
    ? "why.unchanged"
    : isSent || isBusy
      ? "desk.busy"
      : list.length > most
        ? "why.tooMany"
        : undefined;
  const cost = usePreview(sessionId, isWanted ? JSON.stringify({ kind: "redraw", page, panel }) : undefined);
  const show = (next: readonly Shown[]) => {
    setList(next);
    setKept(writeDraft(draft, toldOf(next) === toldOf(stored) ? undefined : next));
  };
  const add = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    target.value = "";
    if (file === undefined) return;
    const url = TYPES.includes(file.type) && file.size <= MOST_BYTES ? await shrunk(file) : undefined;
    setTrouble(url === undefined ? w("own.broken", { name: file.name }) : "");
    if (url !== undefined) show([...list, { use: "pose", url }]);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setSent(true);
    const references = list.map(({ use, url, hash }) =>
      hash === undefined ? { use, image: url.slice(url.indexOf(",") + 1) } : { use, hash },
    );
    await change({ kind: "other", method: "PUT", path, body: { references } }, () => {
      writeDraft(draft, undefined);
      setKept(true);
    });
    setSent(false);
  };
  return (
    <form onSubmit={send}>
      <p className="word-hint">{w("own.hint", { n: most })}</p>
      <ol className="own-references">
        {list.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same picture may be there twice.
          <li key={index}>
            <Reference
              {...{ one, w }}
              n={index + 1}
              isLast={index === list.length - 1}
              onUse={(use) => show(list.with(index, { ...one, use }))}
              onMove={(by) => show(moved(list, index, by))}
              onRemove={() => show(list.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      {list.length >= most ? null : (
        <p className="new-file">
          <label className="file">
            <input type="file" accept={TYPES.join()} onChange={add} />
            <span>{w("own.add")}</span>
          </label>
        </p>
      )}
      <p className="trouble" role="alert">
        {trouble}
      </p>
      <p role="status">{isWanted ? <EditCost cost={cost} isAlways /> : null}</p>
      <div className="row">
        <ActButton isSubmit isMain why={whyNotDrawn && w(whyNotDrawn)}>
          {w(list.length === 0 ? "own.drawWithout" : "own.draw")}
        </ActButton>
        {isChanged ? (
          <button
            type="button"
            className="button button-small"
            disabled={isSent}
            onClick={() => show(stored)}
          >
            {w("request.undo")}
          </button>
        ) : null}
      </div>
    </form>
  );
}

interface ReferenceProps {
  one: Shown;
  n: number;
  isLast: boolean;
  w: PictureWords;
  onUse: (use: ReferenceUse) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

function Reference({ one: { use, url }, n, isLast, w, onUse, onMove, onRemove }: ReferenceProps) {
  return (
    <>
      <img src={url} alt={w("own.alt", { n })} />
      <div>
        <label className="field">
          <span>{w("own.for", { n })}</span>
          <select value={use} onChange={({ target }) => onUse(REFERENCE_USES[target.selectedIndex] ?? use)}>
            {REFERENCE_USES.map((known) => (
              <option key={known} value={known}>
                {w(`own.use.${known}`)}
              </option>
            ))}
          </select>
        </label>
        <div className="row">
          <ActButton
            label={w("own.earlier", { n })}
            why={n === 1 ? w("why.first") : undefined}
            onPress={() => onMove(-1)}
          >
            ↑
          </ActButton>
          <ActButton
            label={w("own.later", { n })}
            why={isLast ? w("why.last") : undefined}
            onPress={() => onMove(1)}
          >
            ↓
          </ActButton>
          <button
            type="button"
            className="button button-small"
            aria-label={w("own.removeOf", { n })}
            onClick={onRemove}
          >
            {w("own.remove")}
          </button>
        </div>
      </div>
    </>
  );
}

function moved(list: readonly Shown[], index: number, by: -1 | 1): readonly Shown[] {
  const [one, other] = [list[index], list[index + by]];
  return one === undefined || other === undefined ? list : list.with(index, other).with(index + by, one);
}

/** What of a list is sent. Signed URLs of stored pictures change. */
const toldOf = (list: readonly Shown[]) =>
  JSON.stringify(list.map(({ use, hash, url }) => [use, hash ?? url]));

/** The draft, whose stored pictures are those that the panel still has; undefined if there is none. */
function asShown(kept: unknown, stored: readonly Shown[]): readonly Shown[] | undefined {
  if (!Array.isArray(kept)) return undefined;
  return (kept as Shown[]).flatMap((one) => {
    if (one.hash === undefined) return [one];
    const now = stored.find(({ hash }) => hash === one.hash);
    return now === undefined ? [] : [{ ...now, use: one.use }];
  });
}

const MOST_SIDE = 1024;

/** A JPEG as a data URL, scaled down; undefined if the file cannot be decoded. */
async function shrunk(file: File): Promise<string | undefined> {
  let image: ImageBitmap;
  try {
    image = await createImageBitmap(file);
  } catch {
    return undefined;
  }
  const scale = Math.min(1, MOST_SIDE / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.width * scale));
  canvas.height = Math.max(1, Math.round(image.height * scale));
  const pen = canvas.getContext("2d");
  if (pen === null) return undefined;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", 0.82);
}
