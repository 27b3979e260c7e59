// Types of files that the build imports as text or as URLs.
declare module "*.txt?raw" {
  const text: string;
  export default text;
}
declare module "*.css" {}
/** URL of a picture. */
declare module "*.webp" {
  const url: string;
  export default url;
}
/** Names of the styles with a picture `/choices/style-{name}.webp`; see `vite.config.ts`. */
declare const STYLE_PICTURES: readonly string[];
