/** The page in place of the browser's own when there is no network, and a channel is not kept: which ones are. */
import { readWorkerState } from "../away/worker-state";

/** `paths` are those of the kept channels, the latest one last. The names of channels have no character that HTML could read otherwise. */
export async function offlinePage(paths: readonly string[]): Promise<Response> {
  const { notKept = "", kept = "", lang = "en", dir = "ltr" } = await readWorkerState();
  const list = paths.length > 0 ? [`<p>${kept}</p>`] : [];
  const links = paths.toReversed().map((path) => `<a href="${path}" dir="ltr">${decodeURI(path)}</a>`);
  const html = `<!doctype html>
<html lang="${lang}" dir="${dir}">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Edgewise</title>
<style>:root { color-scheme: light dark; font: 1rem/1.5 system-ui; padding: 1rem } a { display: block; padding: 0.5rem 0 }</style>
<p>${notKept}</p>
${[...list, ...links].join("\n")}
`;
  const headers = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'",
    "Content-Type": "text/html; charset=utf-8",
  };
  return new Response(html, { headers });
}
