import { once } from "node:events";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { BusyError, TerminalError } from "../../pipeline/errors.ts";
import { failureOf, noAnswerError, OverloadedError, UnansweredError } from "./failures.ts";
import type { Question } from "./model.ts";

const TEXT: Question = { task: "look", turns: [], wanted: { kind: "text", maxOutputTokens: 9 } };
const JSON_QUESTION: Question = { ...TEXT, wanted: { kind: "json", schema: {}, maxOutputTokens: 9 } };
const ID = "gemini-3.8-flash";

function failure(status: number, error: unknown, question: Question = TEXT): Error {
  const body = JSON.stringify({ error });
  return failureOf({ id: ID, status, body }, { cause: undefined, question });
}

/** The body as in https://github.com/google-gemini/gemini-cli/issues/8437. */
const exhausted = (quotaId: string, quotaValue: string) => ({
  code: 429,
  message: "You exceeded your current quota, please check your plan and billing details.",
  status: "RESOURCE_EXHAUSTED",
  details: [
    { "@type": "type.googleapis.com/google.rpc.QuotaFailure", violations: [{ quotaId, quotaValue }] },
    { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "13.5s" },
  ],
});

describe("an error from Google", () => {
  it("is busy for the time that it states when a quota per minute is used up", () => {
    const error = failure(429, exhausted("GenerateRequestsPerMinutePerProjectPerModel", "8"));
    expect(error).toBeInstanceOf(BusyError);
    expect(error).toMatchObject({ retryAfterMs: 13_500 });
  });

  it.each([
    ["the quota of the day", "GenerateRequestsPerDayPerProjectPerModel", "250", /midnight Pacific/],
    ["a quota of 0", "GenerateRequestsPerMinutePerProjectPerModel", "0", /is 0: enable billing/],
  ])("is terminal with advice when it is %s", (_what, quotaId, value, advice) => {
    const error = failure(429, exhausted(quotaId, value));
    expect(error).toBeInstanceOf(TerminalError);
    expect(error).toMatchObject({ code: "model-quota", retryable: true, message: advice });
  });

  it("is an overload when it is 503, which is no attempt", () => {
    expect(failure(503, { message: "experiencing high demand" })).toBeInstanceOf(OverloadedError);
  });

  it("costs nothing when the server failed, and has an unknown cost when no answer came", () => {
    expect(failure(500, { message: "internal" })).toMatchObject({ usage: { costMicros: 0 } });
    const silent = noAnswerError(ID, new Error("fetch failed"));
    expect(silent).toBeInstanceOf(UnansweredError);
    expect(silent).toMatchObject({ usage: undefined });
  });

  it("costs nothing where there was no connection, and is of unknown cost where it broke", async () => {
    const server = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const failed = async (url: string) =>
      noAnswerError(ID, await fetch(url, { method: "POST", body: "{}" }).catch((error: unknown) => error));
    expect(await failed(`http://127.0.0.1:${port}`)).toMatchObject({ usage: undefined });
    server.close();
    await once(server, "close");
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, "no-such-host.invalid"]) {
      expect(await failed(`http://${host}`), host).toMatchObject({ usage: { costMicros: 0 } });
    }
  });

  it("explains how to get credentials where there are none", () => {
    const shut = noAnswerError(ID, new Error("Could not load the default credentials."));
    expect(shut).toMatchObject({ code: "model-key", message: /gcloud auth application-default login/ });
  });

  it.each([
    "The specified schema produces a constraint that has too many states for serving.",
    "The constraint is too tall: 6336 (vs max of 5888)",
    "Request contains an invalid argument.",
  ])("is about the schema when one was sent and its text is: %s", (message) => {
    expect(failure(400, { message }, JSON_QUESTION)).toMatchObject({ code: "model-schema" });
    expect(failure(400, { message }, TEXT)).toMatchObject({ code: "model-rejected" });
    const inPrompt: Question = {
      ...JSON_QUESTION,
      wanted: { kind: "json", schema: {}, maxOutputTokens: 9, as: "prompt" },
    };
    expect(failure(400, { message }, inPrompt)).toMatchObject({ code: "model-rejected" });
  });

  it.each([
    [400, "API key not valid. Please pass a valid API key.", /Check GEMINI_API_KEY/],
    [
      403,
      "Vertex AI API has not been used in project p before or it is disabled.",
      /Enable the API aiplatform/,
    ],
    [403, "Permission 'aiplatform.endpoints.predict' denied", /roles\/aiplatform\.user/],
  ])("says how to repair the access (%d: %s)", (status, message, advice) => {
    expect(failure(status, { message })).toMatchObject({
      code: "model-key",
      retryable: true,
      message: advice,
    });
  });

  it("names the successor of a retired model", () => {
    const body = JSON.stringify({ error: { message: "models/gemini-2.5-flash is not found" } });
    const gone = failureOf(
      { id: "gemini-2.5-flash", status: 404, body },
      { cause: undefined, question: TEXT },
    );
    expect(gone).toMatchObject({ code: "model-gone", message: /successor is gemini-3\.5-flash-lite/ });
  });

  it("is shown as received where it is not JSON", () => {
    const html = failureOf(
      { id: ID, status: 502, body: "<html>Bad gateway</html>" },
      { cause: undefined, question: TEXT },
    );
    expect(html.message).toContain("<html>Bad gateway</html> (502)");
  });
});
