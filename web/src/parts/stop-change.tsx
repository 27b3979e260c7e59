// Stops a change of a finished book: nothing more is made or paid for, and the book returns to its earlier version.
import { useState } from "react";
import { ApiError, ask } from "../api.ts";
import { type ClientSession, ENDED, isMakingFile, type Version } from "../documents.ts";
import { useWords } from "../words/words.tsx";
import { Trouble } from "./states.tsx";

export function StopChange({ session }: { session: ClientSession }) {
  const { sessionId, status, cover } = session;
  const { t } = useWords();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  // Cancelled but not yet restored, because the network failed between the two requests.
  const isStopped = status === "cancelled";
  if (cover === undefined || (ENDED.includes(status) && !isStopped) || isMakingFile(session)) return null;
  const send = () => {
    setSending(true);
    setError(undefined);
    stopChange(sessionId, isStopped)
      .catch(setError)
      .finally(() => setSending(false));
  };
  return (
    <>
      <button type="button" className="button" disabled={isSending} onClick={send}>
        {t(isStopped ? "revise.back" : "revise.stop")}
      </button>
      <Trouble error={error} />
    </>
  );
}

async function stopChange(sessionId: string, isStopped: boolean): Promise<void> {
  const path = `/manga/sessions/${sessionId}`;
  try {
    if (!isStopped) await ask("POST", `${path}/cancel`);
  } catch (error) {
    // The change finished before it could be stopped; undo reverts it.
    if (error instanceof ApiError && error.status === 409) return;
    throw error;
  }
  const { versions } = await ask<{ versions: Version[] }>("GET", `${path}/versions`);
  const last = versions.findLast(({ complete, current }) => complete && !current);
  if (last !== undefined) await ask("POST", `${path}/versions/${last.number}/restore`);
}
