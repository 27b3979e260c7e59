// The picture desk: one panel's picture at its largest, the request it was made from, a change of a part of it, and what the check found.
import { useState } from "react";
import "../../styles/picture.css";
import type { ClientPage, ClientPhase, ClientSession, PhaseName, Version } from "../../documents.ts";
import { charactersIn, placesIn } from "../../documents.ts";
import { Loading, Trouble } from "../../parts/states.tsx";
import type { Change } from "../../use-change.ts";
import { VocabularyProvider } from "../../vocabulary.tsx";
import { usePictureWords } from "../../words/picture-words.ts";
import { useWords } from "../../words/words.tsx";
import { useBoard } from "../reviews/board-draft.ts";
import { useRequest } from "../use-request.ts";
import { PictureDeskActing } from "./picture-desk-acting.tsx";
import { PictureDeskFound } from "./picture-desk-found.tsx";
import { PictureDeskPart, type Region } from "./picture-desk-part.tsx";
import { PictureDeskReferences } from "./picture-desk-references.tsx";
import { PictureDeskRequest } from "./picture-desk-request.tsx";
import { PictureDeskTakes } from "./picture-desk-takes.tsx";
import { PictureDeskView } from "./picture-desk-view.tsx";

interface PictureDeskProps {
  session: ClientSession;
  phases: Partial<Record<PhaseName, ClientPhase>>;
  page: ClientPage;
  panel: ClientPage["panels"][number];
  /** URL of the panel's picture. */
  url: string | undefined;
  /** A new picture is being made. */
  isBusy: boolean;
  urls: ReadonlyMap<string, string>;
  versions: readonly Version[];
  change: Change;
  onClose: () => void;
}

export default function PictureDesk(props: PictureDeskProps) {
  const { session, phases, page, panel, url, isBusy, urls, versions, change, onClose } = props;
  const { t } = useWords();
  const w = usePictureWords();
  const { request, error } = useRequest(session, page.number, panel);
  const { board, error: boardError } = useBoard(session.sessionId, page);
  const planned = board?.panels.find(({ id }) => id === panel.id);
  const [region, setRegion] = useState<Region | undefined>(undefined);
  const at = { page: page.number, n: panel.id.slice(1) };
  const parts = { session, page: page.number, panel: panel.id, request, isBusy, change };
  const nameOf = (id: string) => names.get(id) ?? id;
  const cast = charactersIn(phases.characters?.output);
  const places = placesIn(phases.plot?.output);
  const names = new Map(cast.map(({ id, name }) => [id, name]));
  return (
    <section className="picture-desk" aria-label={w("desk.title", at)}>
      <div className="picture-bar">
        <h2>{w("desk.title", at)}</h2>
        <button type="button" className="button button-small" onClick={onClose}>
          {w("desk.close")}
        </button>
      </div>
      <Trouble error={error ?? boardError} />
      <div className="picture-body">
        <PictureDeskView
          {...{ url, isBusy, region }}
          alt={t("watch.panelAlt", { n: at.n, page: at.page })}
          onRegion={request?.artist.editsPictures === true ? setRegion : undefined}
        />
        <div className="picture-side">
          <PictureDeskTakes {...{ session, page, panel, urls, versions, isBusy, change }} />
          {board === undefined || planned === undefined ? null : (
            <VocabularyProvider session={session}>
              <PictureDeskActing
                {...{ session, board, cast, places, isBusy, nameOf, change }}
                panel={planned}
              />
            </VocabularyProvider>
          )}
          {request === undefined ? (
            error === undefined ? (
              <Loading />
            ) : null
          ) : (
            <>
              <PictureDeskRequest
                key={`${request.own} ${request.prompt}`}
                {...parts}
                request={request}
                picture={planned?.picture}
                {...{ places, nameOf }}
                isDrawn={panel.image !== undefined}
              />
              <PictureDeskReferences
                key={(request.ownReferences ?? []).map(({ use, hash }) => `${use} ${hash}`).join()}
                {...parts}
                request={request}
              />
              <PictureDeskPart {...parts} {...{ request, region }} onRegion={setRegion} />
              <PictureDeskFound request={request} nameOf={nameOf} />
            </>
          )}
        </div>
      </div>
    </section>
  );
}
