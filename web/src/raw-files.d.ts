// Files that the build reads as text, or puts beside the code.
declare module "*.txt?raw" {
  const text: string;
  export default text;
}
declare module "*.css" {}
/** The address of a picture. */
declare module "*.webp" {
  const url: string;
  export default url;
}
/** Names of the styles of which there is a picture below `/styles/`; see `vite.config.ts`. */
declare const STYLE_PICTURES: readonly string[];
