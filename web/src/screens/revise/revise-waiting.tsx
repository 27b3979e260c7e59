// Notice that a change of the book waits at a gate, with a button to approve it here.
import { useState } from "react";
import { ApiError, ask } from "../../api.ts";
import type { ClientSession } from "../../documents.ts";
import { Trouble } from "../../parts/states.tsx";
import { Link } from "../../router.tsx";
import { useWords } from "../../words/words.tsx";

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
      // It was answered in the meantime; a listener shows the result.
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
