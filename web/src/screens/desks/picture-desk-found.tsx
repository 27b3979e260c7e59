// What the check of a panel's picture found, and what was noted while it was made.
import { type PictureWords, usePictureWords } from "../../words/picture-words.ts";
import { foundInWords } from "../new/found-words.ts";
import type { PanelRequest } from "../use-request.ts";

interface PictureDeskFoundProps {
  request: PanelRequest;
  nameOf: (id: string) => string;
}

export function PictureDeskFound({ request, nameOf }: PictureDeskFoundProps) {
  const w = usePictureWords();
  const { found = [], notices } = request;
  return (
    <section className="koma picture-part">
      <h3 className="koma-label">{w("found.title")}</h3>
      <p className="word-hint">{summaryOf(request, w)}</p>
      {found.length === 0 ? null : (
        <>
          <ul className="picture-found">
            {found.map((one) => (
              <li key={one}>{foundInWords(one, w, nameOf)}</li>
            ))}
          </ul>
          <p className="word-hint">{w("found.repaired")}</p>
        </>
      )}
      {notices.length === 0 ? null : (
        <>
          <p className="word-hint">{w("found.notices")}</p>
          <ul className="picture-found" lang="en">
            {notices.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function summaryOf({ artist, model, found }: PanelRequest, w: PictureWords): string {
  if (model === null) return w(artist.readsPrompt ? "found.unchecked" : "found.program");
  if (found === undefined) return w("found.unchecked");
  return w(found.length === 0 ? "found.none" : "found.first");
}
