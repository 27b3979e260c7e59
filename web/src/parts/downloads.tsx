// The book's files: a button that opens the list.
import { lazy, Suspense, useState } from "react";
import type { ClientSession } from "../documents.ts";
import { importWithRetry } from "../import-with-retry.ts";
import { useSeenSession } from "../use-seen-session.ts";
import { useWords } from "../words/words.tsx";
import { Dialog } from "./dialog.tsx";
import { Loading } from "./states.tsx";

const FormatList = lazy(() => importWithRetry(() => import("./format-list.tsx")));

export function Downloads({ session }: { session: ClientSession }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [seen, setSeen] = useState(session);
  useSeenSession(session.sessionId, isOpen, setSeen);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {t("shelf.downloads")}
      </button>
      {isOpen ? (
        <Dialog label={t("shelf.downloads")} onClose={() => setOpen(false)}>
          <Suspense fallback={<Loading />}>
            <FormatList session={seen.seq >= session.seq ? seen : session} />
          </Suspense>
        </Dialog>
      ) : null}
    </>
  );
}
