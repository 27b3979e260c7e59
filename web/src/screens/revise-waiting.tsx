// A change of a book whose maker wanted to be asked after a phase waits for them there, and can be let on from here, too.
import { useState } from "react";
import { ApiError, ask } from "../api.ts";
import type { ClientSession } from "../documents.ts";
import { Trouble } from "../parts/states.tsx";
import { Link } from "../router.tsx";
import { useWords } from "../words/words.tsx";

interface ReviseWaitingProps {
  sessionId: string;
  waiting: NonNullable<ClientSession["waiting"]>;
}

export function ReviseWaiting({ sessionId, waiting: { phase, revision } }: ReviseWaitingProps) {
  const { t } = useWords();
  const [error, setError] = useState<unknown>(undefined);
  const approve = () => {
    setError(undefined);
    const body = { phase, revision, kind: "approve" };
    ask("POST", `/manga/sessions/${sessionId}/feedback`, { body }).catch((failed: unknown) => {
      // Answered meanwhile: a listener shows what came of it.
      if (!(failed instanceof ApiError) || failed.status !== 409) setError(failed);
    });
  };
  return (
    <>
      <button type="button" className="button button-hot" onClick={approve}>
        {t("gate.approve")}
      </button>
      <Link to={`/session/${sessionId}`} className="button">
        {t("revise.toReview")}
      </Link>
      <Trouble error={error} />
    </>
  );
}
