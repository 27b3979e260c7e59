// The desk of those who run the service: sessions of all owners, money, dead letters, reports, and what was done. For everybody else there is no such page.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "../../api.ts";
import { askWhoOperates } from "../../operate-api.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import "../../styles/operate.css";
import { useTitle } from "../../use-title.ts";
import { useOperateWords } from "../../words/operate-words.ts";
import { Missing } from "../missing.tsx";
import { Acts } from "./acts.tsx";
import { DeadLetters } from "./dead-letters.tsx";
import { OperatedSessionView } from "./operated-session.tsx";
import { Reports } from "./reports.tsx";
import { Sessions } from "./sessions.tsx";
import { Spending } from "./spending.tsx";

const PARTS = ["sessions", "spending", "letters", "reports", "acts"] as const;

export default function OperateScreen() {
  const o = useOperateWords();
  const [part, setPart] = useState<(typeof PARTS)[number]>("sessions");
  const [opened, setOpened] = useState<string>();
  const {
    data: operator,
    error,
    refetch,
  } = useQuery({ queryKey: ["operate", "me"], queryFn: askWhoOperates });
  useTitle(operator === undefined ? "" : o("title"));
  if (error instanceof ApiError && error.status === 404) return <Missing />;
  if (error !== null) return <Failed error={error} onAgain={() => void refetch()} isWhole />;
  if (operator === undefined) return <Loading />;
  return (
    <div className="operate">
      <h1 className="display operate-title">{o("title")}</h1>
      {opened !== undefined ? (
        <OperatedSessionView key={opened} sessionId={opened} onBack={() => setOpened(undefined)} />
      ) : (
        <>
          <fieldset className="row operate-parts">
            <legend className="unseen">{o("title")}</legend>
            {PARTS.map((one) => (
              <button
                key={one}
                type="button"
                className="button button-small"
                aria-pressed={part === one}
                onClick={() => setPart(one)}
              >
                {o(one)}
              </button>
            ))}
          </fieldset>
          {part === "sessions" ? <Sessions onOpen={setOpened} /> : null}
          {part === "spending" ? <Spending /> : null}
          {part === "letters" ? <DeadLetters onOpen={setOpened} /> : null}
          {part === "reports" ? <Reports onOpen={setOpened} /> : null}
          {part === "acts" ? <Acts /> : null}
        </>
      )}
    </div>
  );
}
