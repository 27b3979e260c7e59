// Why a request about the account failed, in the person's words.
import { ApiError } from "../api.ts";
import { IdentityError } from "../identity.ts";
import { reasonOf } from "../problem-words.ts";
import { type AccountWords, useAccountWords } from "../words/account-words.ts";
import { useWords, type Words } from "../words/words.tsx";

export function Reason({ error }: { error: unknown }) {
  const a = useAccountWords();
  const { t } = useWords();
  if (error === undefined) return null;
  return (
    <p className="trouble" role="alert">
      {wordsOf(error, a, t)}
    </p>
  );
}

function wordsOf(error: unknown, a: AccountWords, t: Words["t"]): string {
  if (error instanceof ApiError) return reasonOf(error, t);
  if (!(error instanceof IdentityError)) return t("problem.other");
  switch (error.refusal) {
    case "wrongLogin":
      return t("problem.wrong-login");
    case "taken":
      return t("problem.email-taken");
    default:
      return a(`refused.${error.refusal}`);
  }
}
