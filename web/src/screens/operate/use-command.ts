// A command of an operator: its reason, whether it runs, and what became of it.
import { useState } from "react";

export interface CommandState {
  reason: string;
  setReason: (reason: string) => void;
  /** Whether a command can be sent: there is a reason, and none is being sent. */
  isReady: boolean;
  /** What was done, for a status line. */
  said: string;
  /** Undefined if the last command was not refused. */
  error: unknown;
  /** Sends a command, whose answer gives the status line; the reason is empty afterwards. */
  send: (work: (reason: string) => Promise<string>) => Promise<void>;
}

export function useCommand(): CommandState {
  const [reason, setReason] = useState("");
  const [isSending, setSending] = useState(false);
  const [said, setSaid] = useState("");
  const [error, setError] = useState<unknown>(undefined);
  const given = reason.trim();
  return {
    ...{ reason, setReason, said, error },
    isReady: given !== "" && !isSending,
    async send(work) {
      setSending(true);
      setError(undefined);
      setSaid("");
      try {
        setSaid(await work(given));
        setReason("");
      } catch (refused) {
        setError(refused);
      }
      setSending(false);
    },
  };
}
