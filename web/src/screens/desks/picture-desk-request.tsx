// The request for a panel's picture, word for word, and the person's own words in its place; for the offline artist the fields that it draws
// from, in words.
import { type FormEvent, useState } from "react";
import type { ClientSession, Panel, Place } from "../../documents.ts";
import { useKeptWords, writeDraft } from "../../drafts.ts";
import type { Change } from "../../use-change.ts";
import { type PictureWords, usePictureWords } from "../../words/picture-words.ts";
import { EditCost, usePreview } from "../revise/edit-cost.tsx";
import type { PanelRequest } from "../use-request.ts";
import { ActButton } from "./act-button.tsx";
import { PictureDeskFields } from "./picture-desk-fields.tsx";

interface PictureDeskRequestProps {
  session: ClientSession;
  page: number;
  panel: string;
  request: PanelRequest;
  /** Of the stored storyboard, once it is loaded. */
  picture: Panel["picture"] | undefined;
  places: readonly Place[];
  nameOf: (character: string) => string;
  /** The panel has a picture. */
  isDrawn: boolean;
  isBusy: boolean;
  change: Change;
}

const ROLES = ["person", "place", "style", "anchor", "draft", "rough", "own"] as const;
/** The limit of the service. */
const MOST_PROMPT = 2000;

export function PictureDeskRequest(props: PictureDeskRequestProps) {
  const { session, page, panel, request, picture, places, nameOf, isDrawn, isBusy, change } = props;
  const w = usePictureWords();
  return (
    <section className="koma picture-part">
      <h3 className="koma-label">{w("request.title")}</h3>
      <p className="word-hint">{introOf(request, isDrawn, w)}</p>
      {request.artist.readsPrompt ? (
        <OwnWords {...{ session, page, panel, request, isBusy, change }} />
      ) : picture === undefined ? null : (
        <PictureDeskFields {...{ picture, places, nameOf }} />
      )}
      {request.model === null ? null : (
        <p className="soft">
          {w("request.references")} {referencesOf(request, w)}
        </p>
      )}
    </section>
  );
}

function introOf({ artist, own, model }: PanelRequest, isDrawn: boolean, w: PictureWords): string {
  if (!artist.readsPrompt) return w("request.program");
  if (own) return w("request.own");
  if (model !== null) return w("request.sent", { model });
  return w(isDrawn ? "request.byProgram" : "request.none");
}

function referencesOf({ references }: PanelRequest, w: PictureWords): string {
  const said = ROLES.flatMap((role) => {
    const n = references.filter((one) => one.role === role).length;
    return n === 0 ? [] : [w(`role.${role}`, { n })];
  });
  return said.length === 0 ? w("role.none") : said.join(" · ");
}

function OwnWords(
  props: Pick<PictureDeskRequestProps, "session" | "page" | "panel" | "request" | "isBusy" | "change">,
) {
  const { session, page, panel, request, isBusy, change } = props;
  const w = usePictureWords();
  const { sessionId } = session;
  const path = `/pages/${page}/panels/${panel}/prompt`;
  const draft = `book.${sessionId}${path}`;
  const [words, setWords] = useKeptWords(draft, request.prompt);
  const [isSent, setSent] = useState(false);
  const prompt = words.trim();
  const isChanged = prompt !== request.prompt.trim() && prompt !== "";
  const isWanted = (isChanged || request.own) && !isSent && !isBusy;
  const cost = usePreview(sessionId, isWanted ? JSON.stringify({ kind: "redraw", page, panel }) : undefined);
  const busy = isSent || isBusy ? w("desk.busy") : undefined;
  const send = async (method: "PUT" | "DELETE", body?: { prompt: string }) => {
    setSent(true);
    await change({ kind: "other", method, path, ...(body && { body }) }, () => writeDraft(draft, undefined));
    setSent(false);
  };
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void send("PUT", { prompt });
      }}
    >
      <label className="field">
        <span>{w("request.label")}</span>
        <textarea
          rows={5}
          maxLength={MOST_PROMPT}
          lang="en"
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </label>
      <p role="status">{isWanted ? <EditCost cost={cost} isAlways /> : null}</p>
      <div className="row">
        <ActButton isSubmit isMain why={busy ?? (isChanged ? undefined : w("why.unchanged"))}>
          {w("request.draw")}
        </ActButton>
        {isChanged ? (
          <button
            type="button"
            className="button button-small"
            disabled={isSent}
            onClick={() => setWords(request.prompt)}
          >
            {w("request.undo")}
          </button>
        ) : null}
        {request.own ? (
          <ActButton why={busy} onPress={() => void send("DELETE")}>
            {w("request.reset")}
          </ActButton>
        ) : null}
      </div>
    </form>
  );
}
