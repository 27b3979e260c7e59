// The control API for tests, at the same paths as in Google's emulator: replace the rules, and empty a database.
// https://firebase.google.com/docs/emulator-suite/connect_firestore
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { RulesSyntaxError } from "../../rules/scanner.ts";
import type { Engine } from "../engine.ts";
import { invalid, unimplemented } from "../errors.ts";
import type { ProjectRules } from "../project-rules.ts";
import { readBody } from "./body.ts";
import { errorBody } from "./http-error.ts";
import { sendJson } from "./rest.ts";

const RulesRequestSchema = z.object({
  rules: z.object({ files: z.tuple([z.object({ content: z.string() })]) }),
});

const RULES = /^\/emulator\/v1\/projects\/([^/:]+):securityRules$/;
const DOCUMENTS = /^\/emulator\/v1\/(projects\/[^/]+\/databases\/[^/]+)\/documents$/;

interface Controlled {
  readonly engine: Engine;
  readonly rules: ProjectRules;
}

export function controlHandler({ engine, rules }: Controlled) {
  async function answer(method: string | undefined, path: string, body: string): Promise<void> {
    const projectId = RULES.exec(path)?.[1];
    if (projectId !== undefined && method === "PUT") {
      putRules(projectId, body);
      return;
    }
    const database = DOCUMENTS.exec(path)?.[1];
    if (database !== undefined && method === "DELETE") {
      const names = engine.namesBelow(`${database}/documents`);
      await engine.commit(
        database,
        names.map((name) => ({ delete: name })),
      );
      return;
    }
    throw unimplemented(`${method} ${path}`);
  }

  function putRules(projectId: string, body: string): void {
    const request = RulesRequestSchema.safeParse(parsed(body));
    if (!request.success) {
      throw invalid(
        `Rules must have the form {"rules": {"files": [{"content": "…"}]}}: ${z.prettifyError(request.error)}`,
      );
    }
    const [{ content }] = request.data.rules.files;
    try {
      rules.put(projectId, content);
      engine.watch.checkAll();
    } catch (error) {
      if (!(error instanceof RulesSyntaxError)) throw error;
      throw invalid(`The rules, line ${error.line}: ${error.problem}`);
    }
  }

  return async (url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      await answer(request.method, decodeURIComponent(url.pathname), await readBody(request));
      sendJson(response, 200, {});
    } catch (error) {
      const body = errorBody(error);
      sendJson(response, body.error.code, body);
    }
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw invalid("The body is not JSON.");
  }
}
