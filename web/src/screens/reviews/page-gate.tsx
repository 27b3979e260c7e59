// Editor at the gates of pictures and lettering: the page, its balloons to drag and edit, its panels to redraw.
import { type ReactNode, useState } from "react";
import type { ClientPage, ClientSession } from "../../documents.ts";
import { PageTabs } from "../../parts/page-tabs.tsx";
import type { Change } from "../../use-change.ts";
import { usePictures, type Watched } from "../../use-session.ts";
import { useVersions } from "../../use-versions.ts";
import { PageChanges } from "../revise/revise-page.tsx";

interface PageGateProps {
  session: ClientSession;
  watched: Watched;
  change: Change;
  /** Further controls for the pages. */
  children: ReactNode;
}

const isBusy = ({ state, panels }: ClientPage) =>
  state !== "done" && panels.some((panel) => panel.state === "running");

export function PageGate({ session, watched: { pages, phases }, change, children }: PageGateProps) {
  const [number, setNumber] = useState(1);
  const versions = useVersions(session.sessionId, session);
  const page = pages.find((one) => one.number === number) ?? pages[0];
  // Pages with single panels, and previous pages whose picture may continue on them.
  const shown = pages.filter(
    (one) => page !== undefined && [page.number - 1, page.number].includes(one.number),
  );
  const urls = usePictures(session.sessionId, { pages: shown, phases: {} }, page?.number);
  if (page === undefined) return null;
  return (
    <div className="gate-editor">
      <PageTabs pages={pages} at={page.number} isBusy={isBusy} onChoose={setNumber} />
      <PageChanges key={page.number} {...{ session, phases, page, pages, urls, versions, change }}>
        {children}
      </PageChanges>
    </div>
  );
}
