// Firebase Hosting settings for one stage, derived from `firebase.json`, which has neither a stage's region nor its pictures domain.
import * as z from "zod";

const ConfigSchema = z.looseObject({
  hosting: z.looseObject({
    rewrites: z.array(z.looseObject({ run: z.looseObject({ region: z.string() }).optional() })),
    headers: z.array(
      z.looseObject({ headers: z.array(z.looseObject({ key: z.string(), value: z.string() })) }),
    ),
  }),
});

export interface HostedStage {
  /** Region of the functions that the rewrites route to. */
  region: string;
  /** Domain of the pictures' CDN; undefined without one. */
  imagesDomain: string | undefined;
}

/** `json`: text of `firebase.json`; returns the stage's. Throws if the pages' policy has no `img-src`. */
export function hostingConfig(json: string, { region, imagesDomain }: HostedStage): string {
  const config = ConfigSchema.parse(JSON.parse(json));
  const { hosting } = config;
  const rewrites = hosting.rewrites.map((rewrite) =>
    rewrite.run === undefined ? rewrite : { ...rewrite, run: { ...rewrite.run, region } },
  );
  const headers = hosting.headers.map((rule) => ({
    ...rule,
    headers: rule.headers.map(({ key, value, ...rest }) => ({
      ...{ ...rest, key },
      value: key === "Content-Security-Policy" ? withImages(value, imagesDomain) : value,
    })),
  }));
  return `${JSON.stringify({ ...config, hosting: { ...hosting, rewrites, headers } }, null, 2)}\n`;
}

/** Downloads (exports) keep their Cloud Storage URL, so that domain stays allowed. */
function withImages(policy: string, domain: string | undefined): string {
  if (domain === undefined) return policy;
  if (!/(^|; )img-src /.test(policy))
    throw new Error("the Content-Security-Policy of firebase.json has no img-src");
  return policy.replace(/img-src [^;]*/, (allowed) => `${allowed} https://${domain}`);
}
